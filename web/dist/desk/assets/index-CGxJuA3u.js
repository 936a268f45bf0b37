const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Document-jq0aJZWP.js","assets/Page-DuIBvc4m.js","assets/Front-CygC-qF2.js","assets/copies-W9PKX6ao.js","assets/useQuery-BJSB2zsx.js","assets/words-DlC0p3RG.js","assets/Help-kMFQfXqa.js","assets/Tokens-BDgXMFUg.js","assets/Imports-DwgbMBS3.js","assets/WorkingCopies-DELK_nxV.js","assets/List-C0KIRtOU.js","assets/key-BCXhcnyZ.js","assets/Reports-BZH8-nfr.js","assets/Duplicates-Cl3ho6s2.js"])))=>i.map(i=>d[i]);
import{a as e,c as t,i as n,l as r,n as i,r as a,s as o,t as s,u as c}from"./Page-DuIBvc4m.js";var l=class{value;listeners=new Set;constructor(e){this.value=e}get(){return this.value}set(e){if(!Object.is(e,this.value)){this.value=e;for(let t of[...this.listeners])t(e)}}listen(e){return this.listeners.add(e),()=>this.listeners.delete(e)}};function u(e){let[t,n]=o(e.get());return a(()=>(n(()=>e.get()),e.listen(e=>n(()=>e))),[e]),t}function d({title:t,onClose:r,children:o,wide:s}){let c=e(null),l=n();return a(()=>{let e=document.activeElement;return c.current?.showModal(),()=>e?.isConnected&&e.focus()},[]),i(`dialog`,{ref:c,class:s?`wide`:void 0,"aria-labelledby":l,onCancel:e=>{e.preventDefault(),r()},children:[i(`h2`,{id:l,children:t}),o]})}var f=new l(null);function p(e,t,n){return f.get()?.answer(!1),new Promise(r=>{f.set({title:e,text:t,yes:n,answer:e=>{f.set(null),r(e)}})})}function m(){let e=u(f);return e?i(d,{title:e.title,onClose:()=>e.answer(!1),children:[i(`p`,{children:e.text}),i(`p`,{class:`buttons`,children:[i(`button`,{type:`button`,class:`second`,onClick:()=>e.answer(!1),children:`Stay`}),i(`button`,{type:`button`,onClick:()=>e.answer(!0),children:e.yes})]})]},e.title):null}var ee=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),te=function(e){return`/desk/`+e},ne={},re=function(e){return e.pathname.endsWith(`.css`)},ie=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},h=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=te(t,n);let r=s(t),i=re(r);return ie(ne,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ee,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},g=()=>h(()=>import(`./Document-jq0aJZWP.js`),__vite__mapDeps([0,1])),ae=[{path:`/desk`,load:()=>h(()=>import(`./Front-CygC-qF2.js`),__vite__mapDeps([2,3,1,4,5]))},{path:`/desk/help`,load:()=>h(()=>import(`./Help-kMFQfXqa.js`),__vite__mapDeps([6,1]))},{path:`/desk/tokens`,load:()=>h(()=>import(`./Tokens-BDgXMFUg.js`),__vite__mapDeps([7,1,4,5])),role:`ADMIN`},{path:`/desk/imports`,load:()=>h(()=>import(`./Imports-DwgbMBS3.js`),__vite__mapDeps([8,1])),role:`EDITOR`},{path:`/desk/working-copies`,load:()=>h(()=>import(`./WorkingCopies-DELK_nxV.js`),__vite__mapDeps([9,1,4,5,10,11,3]))},{path:`/desk/reports`,load:()=>h(()=>import(`./Reports-BZH8-nfr.js`),__vite__mapDeps([12,1,4,5]))},{path:`/desk/duplicates`,load:()=>h(()=>import(`./Duplicates-Cl3ho6s2.js`),__vite__mapDeps([13,11,1,4,5]))},{path:`/desk/:kind`,load:()=>h(()=>import(`./List-C0KIRtOU.js`),__vite__mapDeps([10,1,5,11]))},{path:`/desk/:kind/:id`,load:g},{path:`/desk/:kind/:id/:view`,load:g}],_=()=>({path:location.pathname,search:location.search}),v=new l(_()),y=new Set,b=()=>[...y].some(e=>e()),oe=async()=>!b()||await p(`Leave without saving?`,`What you have changed here is not saved yet.`,`Leave`),x=0;async function se(e,{replace:t=!1}={}){let n=new URL(e,location.href);(n.pathname===location.pathname||await oe())&&(t?history.replaceState({entry:x},``,n):history.pushState({entry:++x},``,n),n.pathname!==v.get().path&&scrollTo(0,0),v.set(_()))}function ce(e,{replace:t=!0}={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e)){n.delete(t);for(let e of[r??[]].flat())e&&n.append(t,e)}se(`${location.pathname}${n.size?`?${n}`:``}`,{replace:t})}var S=!1;async function le(){let e=history.state?.entry;if(e===void 0)return history.replaceState({entry:++x},``);if(S){S=!1;return}let t=e-x;if(location.pathname!==v.get().path&&b()){if(S=!0,history.go(-t),!await oe())return;y.clear(),history.go(t)}else x=e,v.set(_())}function ue(){x=history.state?.entry??0,history.replaceState({entry:x},``),v.set(_()),addEventListener(`popstate`,()=>void le()),addEventListener(`beforeunload`,e=>{b()&&e.preventDefault()})}function de(e,t){let n=t.replace(/\/$/,``).split(`/`);for(let t of e){let e=t.path.split(`/`);if(e.length!==n.length||!e.every((e,t)=>e.startsWith(`:`)?n[t]!==``:e===n[t]))continue;let r=e.flatMap((e,t)=>e.startsWith(`:`)?[[e.slice(1),decodeURIComponent(n[t])]]:[]);return{route:t,params:Object.fromEntries(r)}}return null}function C({href:e,children:t,...n}){return i(`a`,{...n,href:e,onClick:t=>{t.defaultPrevented||t.button!==0||t.ctrlKey||t.metaKey||t.shiftKey||t.altKey||(t.preventDefault(),se(e))},children:t})}function fe({route:e,params:n,search:r}){let[s,c]=o(null),l=t(()=>new URLSearchParams(r),[r]);return a(()=>{let t=!0;return e.load().then(({default:n})=>t&&c({route:e,page:n}),()=>t&&c({route:e})),()=>void(t=!1)},[e]),s?.route===e?s.page?i(s.page,{params:n,search:l}):i(`p`,{class:`problem`,role:`alert`,children:[`This page cannot be loaded: the connection is lost, or the server has a newer version. `,i(`a`,{href:location.href,children:`Load it anew`}),`.`]}):i(`p`,{class:`loading`,children:`Loading…`})}var w=class extends Error{code;constructor(e,t){super(e),this.code=t,this.name=`ServerError`}},pe=class extends Error{constructor(){super(`The connection to the server was lost, so it is not known whether this was done.`),this.name=`ConnectionLost`}};function T(e){let t=e instanceof Error?e.message:String(e);return t.slice(0,1).toUpperCase()+t.slice(1)}var E=new l(!0),D={token:``,renew:()=>Promise.resolve(!1),refused:()=>{}};async function me(e,t,n={}){let{data:r,errors:i}=await he(e,t,n);if(i[0])throw ve(i[0]);return r}async function he(e,t,n={}){let{data:r,errors:i=[]}=await(await xe(`/graphql`,ge(e,t),{...n,repeatable:_e(e.kind,t)})).json();if(!r)throw i[0]?ve(i[0]):new w(`the server gave no answer`,``);return{data:r,errors:i}}function ge(e,t){return{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},body:JSON.stringify({query:e.document,operationName:e.name,variables:t})}}function _e(e,t){return e===`query`||t?.idempotencyKey!==void 0}function ve({message:e,extensions:t}){return new w(e,t?.code??``)}var ye=8,be=3e4;async function xe(e,t,{signal:n,token:r,repeatable:i=!1}={}){for(let a=1;;a++){let o=r??D.token,s=await Se(e,t,o,n),c=a===ye||!i;if(!s){if(c)throw new pe}else if(s.status===401&&r===void 0){if(a>1||!await D.renew())return o===D.token&&D.refused(),s;continue}else if(c||s.status!==503&&s.status!==429)return s;await we(Ce(s,a),n)}}async function Se(e,t,n,r){let i=new Headers(t.headers);n&&i.set(`Authorization`,`Bearer ${n}`);try{let n=await fetch(e,{...t,headers:i,signal:r,credentials:`omit`,cache:`no-store`});return E.set(!0),n}catch(e){if(r?.aborted)throw e;return E.set(!1),null}}function Ce(e,t){let n=Number(e?.headers.get(`Retry-After`));return Math.min(n>0?n*1e3:500*2**(t-1),be)}function we(e,t){return new Promise((n,r)=>{let i=()=>{clearTimeout(a),removeEventListener(`online`,i),t?.removeEventListener(`abort`,i),t?.aborted?r(t.reason):n()},a=setTimeout(i,e);addEventListener(`online`,i),t?.addEventListener(`abort`,i)})}var Te=`# A page of the list of articles.
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
`,O=`# What is done with one document of those that are selected in a list.
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
`,Ee=`# Pairs of providers that look like one.
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
  conditions(first: 50) { label }
  treatments(first: 50) { label }
  statement
  confirmedOn
  updatedAt
}
`,De=`# What waits, what is overdue, and what failed.
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
`,Oe=`# What the list of providers can be narrowed by.
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
`,ke=`# A page of the list of providers, as the public finds them.
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
`,k=`# What readers reported.
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
`,A=`# Who may do what.
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
`,Ae=`# Who the token says that somebody is.
query Viewer {
  viewer { id name role }
}
`,j=`# The words that providers are described with, and the companies that pay.
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
`,M=`# A page of the working copies that are open.
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
`,je={document:Te,name:`ArticleList`,kind:`query`},Me={document:O,name:`RetireProvider`,kind:`mutation`},Ne={document:O,name:`ReinstateProvider`,kind:`mutation`},Pe={document:O,name:`ConfirmProvider`,kind:`mutation`},Fe={document:O,name:`SubmitArticle`,kind:`mutation`},Ie={document:O,name:`PublishArticle`,kind:`mutation`},Le={document:O,name:`UnpublishArticle`,kind:`mutation`},Re={document:Ee,name:`Duplicates`,kind:`query`},ze={document:De,name:`Front`,kind:`query`},Be={document:Oe,name:`ProviderFacets`,kind:`query`},Ve={document:Oe,name:`ProviderFacetsInState`,kind:`query`},He={document:ke,name:`ProviderList`,kind:`query`},Ue={document:ke,name:`ProvidersInState`,kind:`query`},We={document:k,name:`Reports`,kind:`query`},Ge={document:k,name:`ResolveReport`,kind:`mutation`},Ke={document:A,name:`Tokens`,kind:`query`},qe={document:A,name:`CreateToken`,kind:`mutation`},Je={document:A,name:`RevokeToken`,kind:`mutation`},Ye={document:Ae,name:`Viewer`,kind:`query`},Xe={document:j,name:`ConditionList`,kind:`query`},Ze={document:j,name:`TreatmentList`,kind:`query`},Qe={document:j,name:`CredentialList`,kind:`query`},$e={document:j,name:`InsurerList`,kind:`query`},et={document:M,name:`WorkingCopyList`,kind:`query`},tt={document:M,name:`PublishWorkingCopies`,kind:`mutation`},nt={document:M,name:`DiscardWorkingCopies`,kind:`mutation`},rt={document:M,name:`UnscheduleWorkingCopy`,kind:`mutation`},N=document.querySelector(`meta[name="desk-settings"]`)?.content,P=N?JSON.parse(N):{},F=`/desk/signed-in`,I=`findcare-desk-attempt`;async function it(){let{issuer:e}=P.oidc,t=await(await fetch(`${e.replace(/\/$/,``)}/.well-known/openid-configuration`,{credentials:`omit`})).json();if(t.issuer!==e)throw Error(`the provider says that it is ${t.issuer}, not ${e}`);return t}var at=e=>btoa(String.fromCharCode(...e)).replaceAll(`+`,`-`).replaceAll(`/`,`_`).replaceAll(`=`,``),L=()=>at(crypto.getRandomValues(new Uint8Array(32)));async function ot(e){if(!globalThis.isSecureContext)throw Error(`signing in needs https`);let{clientId:t,scope:n,audience:r}=P.oidc,i=await it(),a={state:L(),nonce:L(),verifier:L(),tokenEndpoint:i.token_endpoint,to:location.pathname+location.search};sessionStorage.setItem(I,JSON.stringify(a));let o=await crypto.subtle.digest(`SHA-256`,new TextEncoder().encode(a.verifier)),s=new URL(i.authorization_endpoint);for(let[i,c]of Object.entries({response_type:`code`,client_id:t,redirect_uri:location.origin+F,scope:n,state:a.state,nonce:a.nonce,code_challenge:at(new Uint8Array(o)),code_challenge_method:`S256`,...r===t?{}:{audience:r},...e?{prompt:`login`}:{}}))s.searchParams.set(i,c);location.assign(s)}async function st(){let e=new URLSearchParams(location.search),t=sessionStorage.getItem(I);if(sessionStorage.removeItem(I),history.replaceState(null,``,`/desk`),!t)throw Error(`this tab did not ask to sign in`);let n=JSON.parse(t);if(e.get(`state`)!==n.state)throw Error(`the answer is not to what this tab asked`);if((e.get(`iss`)??P.oidc.issuer)!==P.oidc.issuer)throw Error(`the answer is of another provider`);let r=e.get(`code`);if(!r)throw Error(`the provider says: ${e.get(`error_description`)??e.get(`error`)??`no code`}`);return{tokens:await lt(n.tokenEndpoint,n.nonce,{grant_type:`authorization_code`,code:r,redirect_uri:location.origin+F,code_verifier:n.verifier}),to:n.to}}async function ct(e){let{token_endpoint:t}=await it();return{refresh:e,...await lt(t,null,{grant_type:`refresh_token`,refresh_token:e})}}async function lt(e,t,n){let r=await fetch(e,{method:`POST`,body:new URLSearchParams({...n,client_id:P.oidc.clientId}),credentials:`omit`}),i=await r.json();if(!r.ok)throw Error(`the provider says: ${i.error_description??i.error??r.status}`);if(i.id_token)ut(i.id_token,t);else if(t!==null)throw Error(`the provider gave no ID token`);let a=[i.access_token,i.id_token].find(e=>e&&dt(e).includes(P.oidc.audience));if(!a)throw Error(`the provider gave no token for ${P.oidc.audience}`);return{token:a,...i.refresh_token?{refresh:i.refresh_token}:{}}}function ut(e,t){let n=R(e);if(n.iss!==P.oidc.issuer)throw Error(`the ID token is of another provider`);if(!dt(e).includes(P.oidc.clientId))throw Error(`the ID token is for another client`);if(t!==null&&n.nonce!==t)throw Error(`the ID token is not for what this tab asked`)}var dt=e=>[R(e).aud].flat();function R(e){let[,t=``,n]=e.split(`.`);if(n===void 0)return{};let r=Uint8Array.from(atob(t.replaceAll(`-`,`+`).replaceAll(`_`,`/`)),e=>e.charCodeAt(0));return JSON.parse(new TextDecoder().decode(r))}var z=new l(null),B=new l({why:``,anew:!1}),V=`findcare-desk-tokens`,H=[`VIEWER`,`EDITOR`,`REVIEWER`,`ADMIN`];function U(e,t=z.get()){return t!==null&&H.indexOf(t.role)>=H.indexOf(e)}async function W(e){let{viewer:t}=await me(Ye,{},{token:e.token});ft(e),B.set({why:``,anew:!1}),z.set(t)}function ft(e){sessionStorage.setItem(V,JSON.stringify(e)),D.token=e.token}var G=()=>JSON.parse(sessionStorage.getItem(V)??`null`);function K(e,t=!1){sessionStorage.removeItem(V),D.token=``,B.set({why:e,anew:t}),z.set(null)}var q=`Your session is over. Sign in again to go on where you were.`,J=null;function pt(){return J??=mt().finally(()=>J=null),J}async function mt(){let e=G();if(!e?.refresh)return!1;try{return ft(await ct(e.refresh)),!0}catch{return!1}}async function ht(){if(D.renew=pt,D.refused=()=>z.get()&&K(q),location.pathname===`/desk/signed-in`){try{let{tokens:e,to:t}=await st();await W(e),history.replaceState(null,``,t)}catch(e){K(`You could not be signed in: ${e instanceof Error?e.message:String(e)}.`)}return}let e=G();if(e)try{await W(e)}catch(e){!(e instanceof w)||e.code!==`UNAUTHENTICATED`?B.set({why:T(e),anew:!1}):await pt()?await W(G()).catch(()=>K(q)):K(q)}}var gt=[{href:`/desk/providers`,label:`Providers`},{href:`/desk/articles`,label:`Articles`},{href:`/desk/conditions`,label:`Conditions`},{href:`/desk/treatments`,label:`Treatments`},{href:`/desk/credentials`,label:`Credentials`},{href:`/desk/insurers`,label:`Insurers`},{href:`/desk/working-copies`,label:`Working copies`},{href:`/desk/reports`,label:`Reports`},{href:`/desk/duplicates`,label:`Duplicates`},{href:`/desk/imports`,label:`Imports`,role:`EDITOR`},{href:`/desk/tokens`,label:`Tokens`,role:`ADMIN`},{href:`/desk/help`,label:`Help`}];function _t({person:e}){let{path:t,search:n}=u(v),a=de(ae,t);return i(r,{children:[i(`a`,{class:`skip`,href:`#main`,children:`Skip to the content`}),i(`header`,{class:`desk`,children:[i(C,{class:`brand`,href:`/desk`,children:`findcare desk`}),i(`nav`,{"aria-label":`Desk`,children:i(`ul`,{children:gt.filter(({role:t})=>U(t??`VIEWER`,e)).map(({href:e,label:n})=>i(`li`,{children:i(C,{href:e,"aria-current":t===e?`page`:t.startsWith(`${e}/`)?`true`:void 0,children:n})},e))})}),i(`div`,{class:`who`,children:[i(`span`,{children:[e.name,` `,i(`span`,{class:`badge`,children:e.role.toLowerCase()})]}),i(`button`,{type:`button`,class:`second`,onClick:()=>K(`You are signed out.`),children:`Sign out`})]})]}),i(`main`,{id:`main`,tabIndex:-1,children:a?U(a.route.role??`VIEWER`,e)?i(fe,{...a,search:n},t):i(s,{title:`Not for your role`,children:i(`p`,{children:[`This page is for those with the role `,a.route.role?.toLowerCase(),`.`]})}):i(s,{title:`Page not found`,children:i(`p`,{children:`The address may be mistyped.`})})})]})}function vt(){let{why:t,anew:n}=u(B),[r,s]=o(``),[c,l]=o(``),[d,f]=o(!1),p=e(null);a(()=>{document.title=`Sign in - Desk - findcare`,P.oidc||p.current?.focus()},[]);async function m(e){f(!0),l(``);try{await e()}catch(e){l(T(e)),f(!1)}}return i(`main`,{class:`sign-in`,id:`main`,children:[i(`h1`,{children:`Sign in to the desk`}),t&&i(`p`,{role:`status`,children:t}),i(`p`,{class:`problem`,role:`alert`,hidden:!c,id:`sign-in-problem`,children:c}),P.oidc&&i(`p`,{children:i(`button`,{type:`button`,disabled:d,onClick:()=>void m(()=>ot(n)),children:[`Sign in at `,new URL(P.oidc.issuer).host]})}),i(`form`,{onSubmit:e=>{e.preventDefault(),m(()=>W({token:r.trim()}))},children:[i(`label`,{for:`token`,children:P.oidc?`Or with a token`:`Token`}),i(`input`,{ref:p,id:`token`,type:`password`,autocomplete:`off`,spellcheck:!1,required:!0,value:r,"aria-describedby":`token-help sign-in-problem`,"aria-invalid":c!==``,onInput:e=>s(e.currentTarget.value)}),i(`p`,{id:`token-help`,class:`soft`,children:`An administrator makes one for you. It stays in this tab, and is forgotten when you close it.`}),i(`button`,{type:`submit`,class:P.oidc?`second`:void 0,disabled:d,children:d?`Checking…`:`Sign in`})]})]})}var yt=6e4,Y=30*yt,bt=yt;function xt(){let[e,t]=o(Y),[n,r]=o(()=>Date.now());if(a(()=>{let e=n,r=()=>{Date.now()-e<174e4&&(e=Date.now())},i=setInterval(()=>{let n=Y-(Date.now()-e);n<=0?K(`You were signed out after half an hour without activity. What was not saved is kept.`,!0):t(Math.min(n,61e3))},1e3),a=[`pointerdown`,`pointermove`,`keydown`,`wheel`,`touchmove`];for(let e of a)addEventListener(e,r,{passive:!0});return()=>{clearInterval(i);for(let e of a)removeEventListener(e,r)}},[n]),e>bt)return null;let s=()=>{t(Y),r(Date.now())};return i(d,{title:`Are you still there?`,onClose:s,children:[i(`p`,{children:[`You are signed out in `,Math.ceil(e/1e3),` seconds. What is not saved is kept in this browser.`]}),i(`p`,{class:`buttons`,children:[i(`button`,{type:`button`,class:`second`,onClick:()=>K(`You are signed out.`),children:`Sign out`}),i(`button`,{type:`button`,onClick:s,children:`Stay signed in`})]})]})}var X=new Set,St=`findcare-desk-keys`,Z=new l(localStorage.getItem(St)!==`off`);function Ct(e){a(()=>(X.add(e),()=>void X.delete(e)),[e])}var wt=e=>e instanceof HTMLElement&&(e.isContentEditable||e.matches(`textarea, select, input:not([type=checkbox], [type=radio], [type=button])`)),Q=``;function Tt(e,t){if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||wt(e.target)||document.querySelector(`dialog[open]`))return;if(e.key===`?`)return t();if(!Z.get())return;let n=Q?`${Q} ${e.key}`:e.key,r=[...X].flat().flatMap(e=>e.keys.map(t=>({keys:t,shortcut:e})));Q=r.some(({keys:e})=>e.startsWith(`${n} `))?n:``;let i=r.findLast(({keys:e})=>e===n);i&&(e.preventDefault(),i.shortcut.run())}function Et(){let[e,t]=o(!1),[n,r]=o(Z.get());return a(()=>{let e=e=>Tt(e,()=>t(!0));return addEventListener(`keydown`,e),()=>removeEventListener(`keydown`,e)},[]),e?i(d,{title:`Keys`,onClose:()=>t(!1),children:[i(`dl`,{class:`keys`,children:[...X].flat().map(({keys:e,label:t})=>i(`div`,{children:[i(`dt`,{children:e.map(e=>i(`kbd`,{children:e},e))}),i(`dd`,{children:t})]},t))}),i(`label`,{class:`check`,children:[i(`input`,{type:`checkbox`,checked:n,onChange:e=>{let t=e.currentTarget.checked;localStorage.setItem(St,t?`on`:`off`),Z.set(t),r(t)}}),`Keys work`]}),i(`p`,{class:`buttons`,children:i(`button`,{type:`button`,onClick:()=>t(!1),children:`Close`})})]}):null}var $=new l([]),Dt=0,Ot=8e3;function kt(e,{bad:t=!1}={}){let n=++Dt;$.set([...$.get().filter(t=>t.text!==e),{id:n,text:e,bad:t}].slice(-4)),t||setTimeout(()=>At(n),Ot)}var At=e=>$.set($.get().filter(t=>t.id!==e));function jt(){let e=u($),t=u(E);return i(`div`,{class:`status`,children:[i(`div`,{role:`alert`,children:!t&&i(`p`,{class:`message bad`,children:`The connection is lost. The desk tries again; what you have typed stays.`})}),i(`div`,{role:`status`,children:e.map(({id:e,text:t,bad:n})=>i(`p`,{class:n?`message bad`:`message`,children:[i(`span`,{children:t}),i(`button`,{type:`button`,class:`plain`,"aria-label":`Close the message`,onClick:()=>At(e),children:`×`})]},e))})]})}function Mt(){let e=u(z);return i(r,{children:[e?i(r,{children:[i(_t,{person:e},e.id),i(Et,{}),i(xt,{}),i(m,{})]}):i(vt,{}),i(jt,{})]})}async function Nt(){await ht(),ue(),c(i(Mt,{}),document.getElementById(`desk`))}Nt();export{et as A,Me as C,Ze as D,Ke as E,d as F,p as I,T as M,C as N,Le as O,ce as P,Ge as S,Fe as T,Ue as _,je as a,Ne as b,qe as c,Re as d,ze as f,He as g,Ve as h,z as i,me as j,rt as k,Qe as l,Be as m,Ct as n,Xe as o,$e as p,U as r,Pe as s,kt as t,nt as u,Ie as v,Je as w,We as x,tt as y};