const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Document-jq0aJZWP.js","assets/Page-DuIBvc4m.js","assets/Front-D8ucxx3n.js","assets/copies-W9PKX6ao.js","assets/useQuery-CqUqeZcV.js","assets/words-DlC0p3RG.js","assets/Help-kMFQfXqa.js","assets/Tokens-Dp2Z6sGW.js","assets/Imports-DwgbMBS3.js","assets/WorkingCopies-Bu8B3akF.js","assets/List-CDRzizng.js","assets/key-BCXhcnyZ.js","assets/Reports-BkrXOuiV.js","assets/Duplicates-D7dWKiHe.js"])))=>i.map(i=>d[i]);
import{a as e,c as t,i as n,l as r,n as i,r as a,s as o,t as s,u as c}from"./Page-DuIBvc4m.js";var l=class{value;listeners=new Set;constructor(e){this.value=e}get(){return this.value}set(e){if(!Object.is(e,this.value)){this.value=e;for(let t of[...this.listeners])t(e)}}listen(e){return this.listeners.add(e),()=>this.listeners.delete(e)}};function u(e){let[t,n]=o(e.get());return a(()=>(n(()=>e.get()),e.listen(e=>n(()=>e))),[e]),t}function d({title:t,onClose:r,children:o,wide:s}){let c=e(null),l=n();return a(()=>{let e=document.activeElement;return c.current?.showModal(),()=>e?.isConnected&&e.focus()},[]),i(`dialog`,{ref:c,class:s?`wide`:void 0,"aria-labelledby":l,onCancel:e=>{e.preventDefault(),r()},children:[i(`h2`,{id:l,children:t}),o]})}var f=new l(null);function p(e,t,n){return f.get()?.answer(!1),new Promise(r=>{f.set({title:e,text:t,yes:n,answer:e=>{f.set(null),r(e)}})})}function m(){let e=u(f);return e?i(d,{title:e.title,onClose:()=>e.answer(!1),children:[i(`p`,{children:e.text}),i(`p`,{class:`buttons`,children:[i(`button`,{type:`button`,class:`second`,onClick:()=>e.answer(!1),children:`Stay`}),i(`button`,{type:`button`,onClick:()=>e.answer(!0),children:e.yes})]})]},e.title):null}var ee=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),te=function(e){return`/desk/`+e},ne={},re=function(e){return e.pathname.endsWith(`.css`)},ie=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},h=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=te(t,n);let r=s(t),i=re(r);return ie(ne,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ee,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},ae=()=>h(()=>import(`./Document-jq0aJZWP.js`),__vite__mapDeps([0,1])),oe=[{path:`/desk`,load:()=>h(()=>import(`./Front-D8ucxx3n.js`),__vite__mapDeps([2,3,1,4,5]))},{path:`/desk/help`,load:()=>h(()=>import(`./Help-kMFQfXqa.js`),__vite__mapDeps([6,1]))},{path:`/desk/tokens`,load:()=>h(()=>import(`./Tokens-Dp2Z6sGW.js`),__vite__mapDeps([7,1,4,5])),role:`ADMIN`},{path:`/desk/imports`,load:()=>h(()=>import(`./Imports-DwgbMBS3.js`),__vite__mapDeps([8,1])),role:`EDITOR`},{path:`/desk/working-copies`,load:()=>h(()=>import(`./WorkingCopies-Bu8B3akF.js`),__vite__mapDeps([9,1,4,5,10,11,3]))},{path:`/desk/reports`,load:()=>h(()=>import(`./Reports-BkrXOuiV.js`),__vite__mapDeps([12,1,4,5]))},{path:`/desk/duplicates`,load:()=>h(()=>import(`./Duplicates-D7dWKiHe.js`),__vite__mapDeps([13,11,1,4,5]))},{path:`/desk/:kind`,load:()=>h(()=>import(`./List-CDRzizng.js`),__vite__mapDeps([10,1,5,11]))},{path:`/desk/:kind/:id`,load:ae},{path:`/desk/:kind/:id/:view`,load:ae}],g=new Set,se=`findcare-desk-keys`,_=new l(localStorage.getItem(se)!==`off`);function ce(e){a(()=>(g.add(e),()=>void g.delete(e)),[e])}var le=e=>e instanceof HTMLElement&&(e.isContentEditable||e.matches(`textarea, select, input:not([type=checkbox], [type=radio], [type=button])`)),v=``;function ue(e,t){if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||le(e.target)||document.querySelector(`dialog[open]`))return;if(e.key===`?`)return t();if(!_.get())return;let n=v?`${v} ${e.key}`:e.key,r=[...g].flat().flatMap(e=>e.keys.map(t=>({keys:t,shortcut:e})));v=r.some(({keys:e})=>e.startsWith(`${n} `))?n:``;let i=r.findLast(({keys:e})=>e===n);i&&(e.preventDefault(),i.shortcut.run())}function de(){let[e,t]=o(!1),[n,r]=o(_.get());return a(()=>{let e=e=>ue(e,()=>t(!0));return addEventListener(`keydown`,e),()=>removeEventListener(`keydown`,e)},[]),e?i(d,{title:`Keys`,onClose:()=>t(!1),children:[i(`dl`,{class:`keys`,children:[...g].flat().map(({keys:e,label:t})=>i(`div`,{children:[i(`dt`,{children:e.map(e=>i(`kbd`,{children:e},e))}),i(`dd`,{children:t})]},t))}),i(`label`,{class:`check`,children:[i(`input`,{type:`checkbox`,checked:n,onChange:e=>{let t=e.currentTarget.checked;localStorage.setItem(se,t?`on`:`off`),_.set(t),r(t)}}),`Keys work`]}),i(`p`,{class:`buttons`,children:i(`button`,{type:`button`,onClick:()=>t(!1),children:`Close`})})]}):null}var fe=[{href:`/desk/providers`,label:`Providers`,key:`p`},{href:`/desk/articles`,label:`Articles`,key:`a`},{href:`/desk/conditions`,label:`Conditions`},{href:`/desk/treatments`,label:`Treatments`},{href:`/desk/credentials`,label:`Credentials`},{href:`/desk/insurers`,label:`Insurers`},{href:`/desk/working-copies`,label:`Working copies`,key:`w`},{href:`/desk/reports`,label:`Reports`,key:`r`},{href:`/desk/duplicates`,label:`Duplicates`,key:`d`},{href:`/desk/imports`,label:`Imports`,key:`i`,role:`EDITOR`},{href:`/desk/tokens`,label:`Tokens`,role:`ADMIN`},{href:`/desk/help`,label:`Help`}],y=()=>({path:location.pathname,search:location.search}),b=new l(y()),x=new Set,S=()=>[...x].some(e=>e()),pe=async()=>!S()||await p(`Leave without saving?`,`What you have changed here is not saved yet.`,`Leave`),C=0;async function w(e,{replace:t=!1}={}){let n=new URL(e,location.href);(n.pathname===location.pathname||await pe())&&(t?history.replaceState({entry:C},``,n):history.pushState({entry:++C},``,n),n.pathname!==b.get().path&&scrollTo(0,0),b.set(y()))}function me(e,{replace:t=!0}={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e)){n.delete(t);for(let e of[r??[]].flat())e&&n.append(t,e)}w(`${location.pathname}${n.size?`?${n}`:``}`,{replace:t})}var T=!1;async function he(){let e=history.state?.entry;if(e===void 0)return history.replaceState({entry:++C},``);if(T){T=!1;return}let t=e-C;if(location.pathname!==b.get().path&&S()){if(T=!0,history.go(-t),!await pe())return;x.clear(),history.go(t)}else C=e,b.set(y())}function ge(){C=history.state?.entry??0,history.replaceState({entry:C},``),b.set(y()),addEventListener(`popstate`,()=>void he()),addEventListener(`beforeunload`,e=>{S()&&e.preventDefault()})}function _e(e){try{return decodeURIComponent(e)}catch{return e}}function ve(e,t){let n=t.replace(/\/$/,``).split(`/`);for(let t of e){let e=t.path.split(`/`);if(e.length!==n.length||!e.every((e,t)=>e.startsWith(`:`)?n[t]!==``:e===n[t]))continue;let r=e.flatMap((e,t)=>e.startsWith(`:`)?[[e.slice(1),_e(n[t])]]:[]);return{route:t,params:Object.fromEntries(r)}}return null}function E({href:e,children:t,...n}){return i(`a`,{...n,href:e,onClick:t=>{t.defaultPrevented||t.button!==0||t.ctrlKey||t.metaKey||t.shiftKey||t.altKey||(t.preventDefault(),w(e))},children:t})}function ye({route:e,params:n,search:r}){let[s,c]=o(null),l=t(()=>new URLSearchParams(r),[r]);return a(()=>{let t=!0;return e.load().then(({default:n})=>t&&c({route:e,page:n}),()=>t&&c({route:e})),()=>void(t=!1)},[e]),s?.route===e?s.page?i(s.page,{params:n,search:l}):i(`p`,{class:`problem`,role:`alert`,children:[`This page cannot be loaded: the connection is lost, or the server has a newer version. `,i(`a`,{href:location.href,children:`Load it anew`}),`.`]}):i(`p`,{class:`loading`,children:`Loading…`})}var D=class extends Error{code;constructor(e,t){super(e),this.code=t,this.name=`ServerError`}},be=class extends Error{constructor(){super(`The connection to the server was lost, so it is not known whether this was done.`),this.name=`ConnectionLost`}};function O(e){let t=e instanceof Error?e.message:String(e);return t.slice(0,1).toUpperCase()+t.slice(1)}var k=new l(!0),A={token:``,renew:()=>Promise.resolve(!1),refused:()=>{}};async function xe(e,t,n={}){let{data:r,errors:i}=await Se(e,t,n);if(i[0])throw Te(i[0]);return r}async function Se(e,t,n={}){let{data:r,errors:i=[]}=await(await Oe(`/graphql`,Ce(e,t),{...n,repeatable:we(e.kind,t)})).json();if(!r)throw i[0]?Te(i[0]):new D(`the server gave no answer`,``);return{data:r,errors:i}}function Ce(e,t){return{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},body:JSON.stringify({query:e.document,operationName:e.name,variables:t})}}function we(e,t){return e===`query`||t?.idempotencyKey!==void 0}function Te({message:e,extensions:t}){return new D(e,t?.code??``)}var Ee=8,De=3e4;async function Oe(e,t,{signal:n,token:r,repeatable:i=!1}={}){for(let a=1;;a++){let o=r??A.token,s=await ke(e,t,o,n),c=a===Ee||!i;if(!s){if(c)throw new be}else if(s.status===401&&r===void 0){if(a>1||!await A.renew())return o===A.token&&A.refused(),s;continue}else if(c||s.status!==503&&s.status!==429)return s;await je(Ae(s,a),n)}}async function ke(e,t,n,r){let i=new Headers(t.headers);n&&i.set(`Authorization`,`Bearer ${n}`);try{let n=await fetch(e,{...t,headers:i,signal:r,credentials:`omit`,cache:`no-store`});return k.set(!0),n}catch(e){if(r?.aborted)throw e;return k.set(!1),null}}function Ae(e,t){let n=Number(e?.headers.get(`Retry-After`));return Math.min(n>0?n*1e3:500*2**(t-1),De)}function je(e,t){return new Promise((n,r)=>{let i=()=>{clearTimeout(a),removeEventListener(`online`,i),t?.removeEventListener(`abort`,i),t?.aborted?r(t.reason):n()},a=setTimeout(i,e);addEventListener(`online`,i),t?.addEventListener(`abort`,i)})}var Me=`# A page of the list of articles.
query ArticleList($state: ArticleState!, $filter: ArticleFilter, $first: Int, $after: String, $last: Int, $before: String) {
  articles: articlesInState(state: $state, filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes {
      id
      slug
      revision
      status
      title
      author
      publishedOn
      updatedOn
      updatedAt
      medicalReview { reviewer reviewedOn stale reviewDueOn overdue }
      workingCopy { save savedAt savedByName scheduledFor scheduleFailure }
    }
  }
}
`,j=`# What is done with one document of those that are selected in a list.
mutation RetireProvider($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  result: retireProvider(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { userErrors { message } }
}

mutation ReinstateProvider($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  result: reinstateProvider(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { userErrors { message } }
}

mutation ConfirmProvider($id: ID!, $by: ConfirmedBy!, $expectedRevision: Int, $idempotencyKey: String) {
  result: confirmProvider(id: $id, by: $by, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { userErrors { message } }
}

mutation SubmitArticle($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  result: submitArticle(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { userErrors { message } }
}

mutation PublishArticle($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  result: publishArticle(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { userErrors { message } }
}

mutation UnpublishArticle($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  result: unpublishArticle(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { userErrors { message } }
}
`,Ne=`# Pairs of providers that look like one.
query Duplicates($first: Int!) {
  duplicates(first: $first) {
    totalCount
    pairs {
      reasons
      a { ...DuplicateSide }
      b { ...DuplicateSide }
    }
  }
}

fragment DuplicateSide on Provider {
  id
  slug
  revision
  kind
  name
  npi
  credentials { label }
  licenses { state number credential { abbreviation label } }
  locations { label phone }
  phones { purpose number }
  website
  email
  conditions { label }
  treatments { label }
  statement
  confirmedOn
  updatedAt
}
`,Pe=`# What waits, what is overdue, and what failed.
query Front($me: ID!) {
  inReview: articlesInState(state: IN_REVIEW, first: 5) { ...FrontArticles }
  stale: articlesInState(state: REVIEW_STALE, first: 5) { ...FrontArticles }
  overdue: articlesInState(state: REVIEW_OVERDUE, first: 5) { ...FrontArticles }
  due: articlesInState(state: REVIEW_DUE, first: 5) { ...FrontArticles }
  mine: workingCopies(savedBy: $me, first: 5) { ...FrontCopies }
  scheduled: workingCopies(scheduled: true, failed: false, first: 5) { ...FrontCopies }
  failed: workingCopies(failed: true, first: 5) { ...FrontCopies }
  reports(first: 5) { id text at provider { id name } }
  reported: providersInState(state: REPORTED, first: 1) { totalCount }
  unconfirmed: providersInState(state: UNCONFIRMED, orderBy: LEAST_RECENTLY_CONFIRMED, first: 5) {
    totalCount
    nodes { id name confirmedOn }
  }
  duplicates: providersInState(state: DUPLICATE, first: 1) { totalCount }
  quarantine(first: 5) { totalCount documents { kind id problem { message } } }
  directory { providerCount articleCount updatedAt }
}

fragment FrontArticles on ArticleConnection {
  totalCount
  nodes { id title updatedOn medicalReview { reviewDueOn reviewedOn } }
}

fragment FrontCopies on WorkingCopyConnection {
  totalCount
  nodes { id kind content savedAt savedByName scheduledFor scheduleFailure }
}
`,Fe=`# What the list of providers can be narrowed by.
query ProviderFacets($filter: ProviderFilter) {
  providers(filter: $filter, first: 1) { facets { ...ProviderFacetValues } }
}

query ProviderFacetsInState($state: ProviderState!, $filter: ProviderFilter) {
  providers: providersInState(state: $state, filter: $filter, first: 1) { facets { ...ProviderFacetValues } }
}

fragment ProviderFacetValues on ProviderFacets {
  conditions(first: 50) { condition { label slug } count }
  treatments(first: 50) { treatment { label slug } count }
  credentials(first: 50) { credential { label slug } count }
  states { ...FacetValue }
  cities(first: 50) { ...FacetValue }
  languages(first: 50) { ...FacetValue }
  insurances(first: 50) { ...FacetValue }
  sessionFormats { ...FacetValue }
  ageGroups { ...FacetValue }
  openAt { ...FacetValue }
  accessibility { ...FacetValue }
  languageServices { ...FacetValue }
  genders { ...FacetValue }
  identities(first: 50) { ...FacetValue }
  faiths(first: 50) { ...FacetValue }
  populations { ...FacetValue }
}

fragment FacetValue on ValueCount { value label count }
`,M=`# A page of the list of providers, as the public finds them.
query ProviderList($filter: ProviderFilter, $orderBy: ProviderOrder, $first: Int, $after: String, $last: Int, $before: String) {
  providers(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) { ...ProviderPage }
}

# A page of the list of providers in a state.
query ProvidersInState(
  $state: ProviderState!, $filter: ProviderFilter, $orderBy: ProviderOrder, $first: Int, $after: String, $last: Int, $before: String
) {
  providers: providersInState(
    state: $state, filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before
  ) { ...ProviderPage }
}

fragment ProviderPage on ProviderConnection {
  totalCount
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  nodes {
    id
    slug
    revision
    status
    kind
    name
    npi
    credentials { label abbreviation }
    locations { city stateCode }
    phones { purpose number extension }
    languages
    acceptingNewClients
    confirmedOn
    unconfirmed
    updatedAt
    workingCopy { save savedAt savedByName scheduledFor scheduleFailure }
  }
}
`,Ie=`# What readers reported.
query Reports($first: Int!) {
  reports(first: $first) {
    id
    part
    text
    at
    provider { id name }
  }
}

mutation ResolveReport($id: ID!) {
  resolveReport(id: $id) { userErrors { message } }
}
`,N=`# Who may do what.
query Tokens {
  tokens { id name role createdAt expiresAt revokedAt lastUsedOn }
}

mutation CreateToken($name: String!, $role: Role!, $expiresOn: Date) {
  createToken(name: $name, role: $role, expiresOn: $expiresOn) {
    secret
    userErrors { message field }
  }
}

mutation RevokeToken($id: ID!, $force: Boolean!) {
  revokeToken(id: $id, force: $force) { userErrors { message } }
}
`,Le=`# Who the token says that somebody is.
query Viewer {
  viewer { id name role }
}
`,P=`# The words that providers are described with, and the companies that pay.
query ConditionList($first: Int, $after: String, $last: Int, $before: String) {
  words: conditions(first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { id slug revision label alsoKnownAs providers(first: 1) { totalCount } }
  }
}

query TreatmentList($first: Int, $after: String, $last: Int, $before: String) {
  words: treatments(first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { id slug revision label alsoKnownAs providers(first: 1) { totalCount } }
  }
}

query CredentialList($first: Int, $after: String, $last: Int, $before: String) {
  words: credentials(first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { id slug revision label providers(first: 1) { totalCount } }
  }
}

query InsurerList($first: Int, $after: String, $last: Int, $before: String) {
  words: insurers(first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { id slug revision label: name alsoKnownAs providers(first: 1) { totalCount } }
  }
}
`,F=`# A page of the working copies that are open.
query WorkingCopyList($kind: WorkingCopyKind, $scheduled: Boolean, $failed: Boolean, $savedBy: ID, $first: Int!, $after: String) {
  workingCopies(kind: $kind, scheduled: $scheduled, failed: $failed, savedBy: $savedBy, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id kind save baseRevision savedAt savedBy savedByName scheduledFor scheduleFailure content }
  }
}

mutation PublishWorkingCopies($copies: [SavedCopyInput!]!, $at: DateTime) {
  results: publishWorkingCopies(copies: $copies, at: $at) { userErrors { message } }
}

mutation DiscardWorkingCopies($copies: [SavedCopyInput!]!) {
  results: discardWorkingCopies(copies: $copies) { userErrors { message } }
}

mutation UnscheduleWorkingCopy($id: ID!, $expectedSave: Int!) {
  result: unscheduleWorkingCopy(id: $id, expectedSave: $expectedSave) { userErrors { message } }
}
`,Re={document:Me,name:`ArticleList`,kind:`query`},ze={document:j,name:`RetireProvider`,kind:`mutation`},Be={document:j,name:`ReinstateProvider`,kind:`mutation`},Ve={document:j,name:`ConfirmProvider`,kind:`mutation`},He={document:j,name:`SubmitArticle`,kind:`mutation`},Ue={document:j,name:`PublishArticle`,kind:`mutation`},We={document:j,name:`UnpublishArticle`,kind:`mutation`},Ge={document:Ne,name:`Duplicates`,kind:`query`},Ke={document:Pe,name:`Front`,kind:`query`},qe={document:Fe,name:`ProviderFacets`,kind:`query`},Je={document:Fe,name:`ProviderFacetsInState`,kind:`query`},Ye={document:M,name:`ProviderList`,kind:`query`},Xe={document:M,name:`ProvidersInState`,kind:`query`},Ze={document:Ie,name:`Reports`,kind:`query`},Qe={document:Ie,name:`ResolveReport`,kind:`mutation`},$e={document:N,name:`Tokens`,kind:`query`},et={document:N,name:`CreateToken`,kind:`mutation`},tt={document:N,name:`RevokeToken`,kind:`mutation`},nt={document:Le,name:`Viewer`,kind:`query`},rt={document:P,name:`ConditionList`,kind:`query`},it={document:P,name:`TreatmentList`,kind:`query`},at={document:P,name:`CredentialList`,kind:`query`},ot={document:P,name:`InsurerList`,kind:`query`},st={document:F,name:`WorkingCopyList`,kind:`query`},ct={document:F,name:`PublishWorkingCopies`,kind:`mutation`},lt={document:F,name:`DiscardWorkingCopies`,kind:`mutation`},ut={document:F,name:`UnscheduleWorkingCopy`,kind:`mutation`},dt=document.querySelector(`meta[name="desk-settings"]`)?.content,I=dt?JSON.parse(dt):{},ft=`/desk/signed-in`,L=`findcare-desk-attempt`;async function pt(){let{issuer:e}=I.oidc,t=await(await fetch(`${e.replace(/\/$/,``)}/.well-known/openid-configuration`,{credentials:`omit`})).json();if(t.issuer!==e)throw Error(`the provider says that it is ${t.issuer}, not ${e}`);return t}var mt=e=>btoa(String.fromCharCode(...e)).replaceAll(`+`,`-`).replaceAll(`/`,`_`).replaceAll(`=`,``),R=()=>mt(crypto.getRandomValues(new Uint8Array(32)));async function ht(e){if(!globalThis.isSecureContext)throw Error(`signing in needs https`);let{clientId:t,scope:n,audience:r}=I.oidc,i=await pt(),a={state:R(),nonce:R(),verifier:R(),tokenEndpoint:i.token_endpoint,to:location.pathname+location.search};sessionStorage.setItem(L,JSON.stringify(a));let o=await crypto.subtle.digest(`SHA-256`,new TextEncoder().encode(a.verifier)),s=new URL(i.authorization_endpoint);for(let[i,c]of Object.entries({response_type:`code`,client_id:t,redirect_uri:location.origin+ft,scope:n,state:a.state,nonce:a.nonce,code_challenge:mt(new Uint8Array(o)),code_challenge_method:`S256`,...r===t?{}:{audience:r},...e?{prompt:`login`}:{}}))s.searchParams.set(i,c);location.assign(s)}async function gt(){let e=new URLSearchParams(location.search),t=sessionStorage.getItem(L);if(sessionStorage.removeItem(L),history.replaceState(null,``,`/desk`),!t)throw Error(`this tab did not ask to sign in`);let n=JSON.parse(t);if(e.get(`state`)!==n.state)throw Error(`the answer is not to what this tab asked`);if((e.get(`iss`)??I.oidc.issuer)!==I.oidc.issuer)throw Error(`the answer is of another provider`);let r=e.get(`code`);if(!r)throw Error(`the provider says: ${e.get(`error_description`)??e.get(`error`)??`no code`}`);return{tokens:await z(n.tokenEndpoint,n.nonce,{grant_type:`authorization_code`,code:r,redirect_uri:location.origin+ft,code_verifier:n.verifier}),to:n.to}}async function _t(e){let{token_endpoint:t}=await pt();return{refresh:e,...await z(t,null,{grant_type:`refresh_token`,refresh_token:e})}}async function z(e,t,n){let r=await fetch(e,{method:`POST`,body:new URLSearchParams({...n,client_id:I.oidc.clientId}),credentials:`omit`}),i=await r.json();if(!r.ok)throw Error(`the provider says: ${i.error_description??i.error??r.status}`);if(i.id_token)vt(i.id_token,t);else if(t!==null)throw Error(`the provider gave no ID token`);let a=[i.access_token,i.id_token].find(e=>e&&B(e).includes(I.oidc.audience));if(!a)throw Error(`the provider gave no token for ${I.oidc.audience}`);return{token:a,...i.refresh_token?{refresh:i.refresh_token}:{}}}function vt(e,t){let n=V(e);if(n.iss!==I.oidc.issuer)throw Error(`the ID token is of another provider`);if(!B(e).includes(I.oidc.clientId))throw Error(`the ID token is for another client`);if(t!==null&&n.nonce!==t)throw Error(`the ID token is not for what this tab asked`)}var B=e=>[V(e).aud].flat();function V(e){let[,t=``,n]=e.split(`.`);if(n===void 0)return{};let r=Uint8Array.from(atob(t.replaceAll(`-`,`+`).replaceAll(`_`,`/`)),e=>e.charCodeAt(0));return JSON.parse(new TextDecoder().decode(r))}var H=new l(null),U=new l({why:``,anew:!1}),W=`findcare-desk-tokens`,yt=[`VIEWER`,`EDITOR`,`REVIEWER`,`ADMIN`];function G(e,t=H.get()){return t!==null&&yt.indexOf(t.role)>=yt.indexOf(e)}async function K(e){let{viewer:t}=await xe(nt,{},{token:e.token});bt(e),U.set({why:``,anew:!1}),H.set(t)}function bt(e){sessionStorage.setItem(W,JSON.stringify(e)),A.token=e.token}var q=()=>JSON.parse(sessionStorage.getItem(W)??`null`);function J(e,t=!1){sessionStorage.removeItem(W),A.token=``,U.set({why:e,anew:t}),H.set(null)}var Y=`Your session is over. Sign in again to go on where you were.`,X=null;function xt(){return X??=St().finally(()=>X=null),X}async function St(){let e=q();if(!e?.refresh)return!1;try{return bt(await _t(e.refresh)),!0}catch{return!1}}async function Ct(){if(A.renew=xt,A.refused=()=>H.get()&&J(Y),location.pathname===`/desk/signed-in`){try{let{tokens:e,to:t}=await gt();await K(e),history.replaceState(null,``,t)}catch(e){J(`You could not be signed in: ${e instanceof Error?e.message:String(e)}.`)}return}let e=q();if(e)try{await K(e)}catch(e){!(e instanceof D)||e.code!==`UNAUTHENTICATED`?U.set({why:O(e),anew:!1}):await xt()?await K(q()).catch(()=>J(Y)):J(Y)}}function wt({person:e}){let{path:n,search:c}=u(b),l=ve(oe,n),[d,f]=o(!1);a(()=>f(!1),[n]);let p=fe.filter(({role:t})=>G(t??`VIEWER`,e));return ce(t(()=>[{href:`/desk`,label:`What waits`,key:`h`},...p].flatMap(({href:e,label:t,key:n})=>n?[{keys:[`g ${n}`],label:t,run:()=>void w(e)}]:[]),[e])),i(r,{children:[i(`a`,{class:`skip`,href:`#main`,children:`Skip to the content`}),i(`header`,{class:`desk`,children:[i(E,{class:`brand`,href:`/desk`,children:`findcare desk`}),i(`button`,{type:`button`,class:`second menu`,"aria-expanded":d,"aria-controls":`navigation`,onClick:()=>f(!d),children:`Menu`}),i(`nav`,{"aria-label":`Desk`,id:`navigation`,class:d?`open`:void 0,children:i(`ul`,{children:p.map(({href:e,label:t})=>i(`li`,{children:i(E,{href:e,"aria-current":n===e?`page`:n.startsWith(`${e}/`)?`true`:void 0,children:t})},e))})}),i(`div`,{class:`who`,children:[i(`span`,{children:[e.name,` `,i(`span`,{class:`badge`,children:e.role.toLowerCase()})]}),i(`button`,{type:`button`,class:`second`,onClick:()=>J(`You are signed out.`),children:`Sign out`})]})]}),i(`main`,{id:`main`,tabIndex:-1,children:l?G(l.route.role??`VIEWER`,e)?i(ye,{...l,search:c},n):i(s,{title:`Not for your role`,children:i(`p`,{children:[`This page is for those with the role `,l.route.role?.toLowerCase(),`.`]})}):i(s,{title:`Page not found`,children:i(`p`,{children:`The address may be mistyped.`})})})]})}function Tt(){let{why:t,anew:n}=u(U),[r,s]=o(``),[c,l]=o(``),[d,f]=o(!1),p=e(null);a(()=>{document.title=`Sign in - Desk - findcare`,I.oidc||p.current?.focus()},[]);async function m(e){f(!0),l(``);try{await e()}catch(e){l(O(e)),f(!1)}}return i(`main`,{class:`sign-in`,id:`main`,children:[i(`h1`,{children:`Sign in to the desk`}),t&&i(`p`,{role:`status`,children:t}),i(`p`,{class:`problem`,role:`alert`,hidden:!c,id:`sign-in-problem`,children:c}),I.oidc&&i(`p`,{children:i(`button`,{type:`button`,disabled:d,onClick:()=>void m(()=>ht(n)),children:[`Sign in at `,new URL(I.oidc.issuer).host]})}),i(`form`,{onSubmit:e=>{e.preventDefault(),m(()=>K({token:r.trim()}))},children:[i(`label`,{for:`token`,children:I.oidc?`Or with a token`:`Token`}),i(`input`,{ref:p,id:`token`,type:`password`,autocomplete:`off`,spellcheck:!1,required:!0,value:r,"aria-describedby":`token-help sign-in-problem`,"aria-invalid":c!==``,onInput:e=>s(e.currentTarget.value)}),i(`p`,{id:`token-help`,class:`soft`,children:`An administrator makes one for you. It stays in this tab, and is forgotten when you close it.`}),i(`button`,{type:`submit`,class:I.oidc?`second`:void 0,disabled:d,children:d?`Checking…`:`Sign in`})]})]})}var Z=6e4,Q=30*Z,Et=Z;function Dt(){let[e,t]=o(Q),[n,r]=o(()=>Date.now());if(a(()=>{let e=n,r=()=>{Date.now()-e<174e4&&(e=Date.now())},i=setInterval(()=>{let n=Q-(Date.now()-e);n<=0?J(`You were signed out after half an hour without activity. What was not saved is kept.`,!0):t(Math.min(n,61e3))},1e3),a=[`pointerdown`,`pointermove`,`keydown`,`wheel`,`touchmove`];for(let e of a)addEventListener(e,r,{passive:!0});return()=>{clearInterval(i);for(let e of a)removeEventListener(e,r)}},[n]),e>Et)return null;let s=()=>{t(Q),r(Date.now())};return i(d,{title:`Are you still there?`,onClose:s,children:[i(`p`,{children:[`You are signed out in `,Math.ceil(e/1e3),` seconds. What is not saved is kept in this browser.`]}),i(`p`,{class:`buttons`,children:[i(`button`,{type:`button`,class:`second`,onClick:()=>J(`You are signed out.`),children:`Sign out`}),i(`button`,{type:`button`,onClick:s,children:`Stay signed in`})]})]})}var $=new l([]),Ot=0,kt=8e3;function At(e,{bad:t=!1}={}){let n=++Ot;$.set([...$.get().filter(t=>t.text!==e),{id:n,text:e,bad:t}].slice(-4)),t||setTimeout(()=>jt(n),kt)}var jt=e=>$.set($.get().filter(t=>t.id!==e));function Mt(){let e=u($),t=u(k);return i(`div`,{class:`status`,children:[i(`div`,{role:`alert`,children:!t&&i(`p`,{class:`message bad`,children:`The connection is lost. The desk tries again; what you have typed stays.`})}),i(`div`,{role:`status`,children:e.map(({id:e,text:t,bad:n})=>i(`p`,{class:n?`message bad`:`message`,children:[i(`span`,{children:t}),i(`button`,{type:`button`,class:`plain`,"aria-label":`Close the message`,onClick:()=>jt(e),children:`×`})]},e))})]})}function Nt(){let e=u(H);return i(r,{children:[e?i(r,{children:[i(wt,{person:e},e.id),i(de,{}),i(Dt,{}),i(m,{})]}):i(Tt,{}),i(Mt,{})]})}async function Pt(){await Ct(),ge(),c(i(Nt,{}),document.getElementById(`desk`))}Pt();export{xe as A,tt as C,We as D,it as E,d as F,p as I,E as M,me as N,ut as O,ce as P,ze as S,$e as T,Ue as _,rt as a,Ze as b,at as c,Ke as d,ot as f,Xe as g,Ye as h,Re as i,O as j,st as k,lt as l,Je as m,G as n,Ve as o,qe as p,H as r,et as s,At as t,Ge as u,ct as v,He as w,Qe as x,Be as y};