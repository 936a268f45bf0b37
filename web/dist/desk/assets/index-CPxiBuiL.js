const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Document-CbIDB3ud.js","assets/Page-YFs8TguC.js","assets/ServerHTML-CQCHblNC.js","assets/useQuery-D1-7hHqY.js","assets/Document-D8gGxnLS.css","assets/Front-DGUW2iB6.js","assets/copies-W9PKX6ao.js","assets/words-B0Dp0XKT.js","assets/Help-Cg6exq81.js","assets/Tokens-C73iTHRG.js","assets/Imports-C4yatG76.js","assets/Imports-CxLJUtSZ.css","assets/WorkingCopies-wjsoBYWL.js","assets/List-U7aAwGJf.js","assets/key-BCXhcnyZ.js","assets/Reports-BYZjV_dw.js","assets/Duplicates-BoWZiuLO.js"])))=>i.map(i=>d[i]);
import{a as e,d as t,i as n,l as r,n as i,r as a,s as o,t as s,u as c}from"./Page-YFs8TguC.js";var l=Object.defineProperty,u=(e,t)=>{let n={};for(var r in e)l(n,r,{get:e[r],enumerable:!0});return t||l(n,Symbol.toStringTag,{value:`Module`}),n},d=class{value;listeners=new Set;constructor(e){this.value=e}get(){return this.value}set(e){if(!Object.is(e,this.value)){this.value=e;for(let t of[...this.listeners])t(e)}}listen(e){return this.listeners.add(e),()=>this.listeners.delete(e)}};function f(e){let[t,n]=o(e.get());return a(()=>(n(()=>e.get()),e.listen(e=>n(()=>e))),[e]),t}function p({title:t,onClose:r,children:o,wide:s}){let c=e(null),l=n();return a(()=>{let e=document.activeElement;return c.current?.showModal(),()=>e?.isConnected&&e.focus()},[]),i(`dialog`,{ref:c,class:s?`wide`:void 0,"aria-labelledby":l,onCancel:e=>{e.preventDefault(),r()},children:[i(`h2`,{id:l,children:t}),o]})}var m=new d(null);function ee(e,t,n){return m.get()?.answer(!1),new Promise(r=>{m.set({title:e,text:t,yes:n,answer:e=>{m.set(null),r(e)}})})}function te(){let e=f(m);return e?i(p,{title:e.title,onClose:()=>e.answer(!1),children:[i(`p`,{children:e.text}),i(`p`,{class:`buttons`,children:[i(`button`,{type:`button`,class:`second`,onClick:()=>e.answer(!1),children:`Stay`}),i(`button`,{type:`button`,onClick:()=>e.answer(!0),children:e.yes})]})]},e.title):null}var ne=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),re=function(e){return`/desk/`+e},ie={},ae=function(e){return e.pathname.endsWith(`.css`)},oe=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},h=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=re(t,n);let r=s(t),i=ae(r);return oe(ie,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ne,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},se=()=>h(()=>import(`./Document-CbIDB3ud.js`),__vite__mapDeps([0,1,2,3,4])),ce=[{path:`/desk`,load:()=>h(()=>import(`./Front-DGUW2iB6.js`),__vite__mapDeps([5,6,1,3,7]))},{path:`/desk/help`,load:()=>h(()=>import(`./Help-Cg6exq81.js`),__vite__mapDeps([8,1,2]))},{path:`/desk/tokens`,load:()=>h(()=>import(`./Tokens-C73iTHRG.js`),__vite__mapDeps([9,1,3,7])),role:`ADMIN`},{path:`/desk/imports`,load:()=>h(()=>import(`./Imports-C4yatG76.js`),__vite__mapDeps([10,1,3,7,11])),role:`EDITOR`},{path:`/desk/working-copies`,load:()=>h(()=>import(`./WorkingCopies-wjsoBYWL.js`),__vite__mapDeps([12,1,3,7,13,14,6]))},{path:`/desk/reports`,load:()=>h(()=>import(`./Reports-BYZjV_dw.js`),__vite__mapDeps([15,1,3,7]))},{path:`/desk/duplicates`,load:()=>h(()=>import(`./Duplicates-BoWZiuLO.js`),__vite__mapDeps([16,14,1,3,7]))},{path:`/desk/:kind`,load:()=>h(()=>import(`./List-U7aAwGJf.js`),__vite__mapDeps([13,1,7,14]))},{path:`/desk/:kind/:id`,load:se},{path:`/desk/:kind/:id/:view`,load:se}],g=new Set,le=`findcare-desk-keys`,_=new d(localStorage.getItem(le)!==`off`);function ue(e){a(()=>(g.add(e),()=>void g.delete(e)),[e])}var de=e=>e instanceof HTMLElement&&(e.isContentEditable||e.matches(`textarea, select, input:not([type=checkbox], [type=radio], [type=button])`)),v=``;function fe(e,t){if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||de(e.target)||document.querySelector(`dialog[open]`))return;if(e.key===`?`)return t();if(!_.get())return;let n=v?`${v} ${e.key}`:e.key,r=[...g].flat().flatMap(e=>e.keys.map(t=>({keys:t,shortcut:e})));v=r.some(({keys:e})=>e.startsWith(`${n} `))?n:``;let i=r.findLast(({keys:e})=>e===n);i&&(e.preventDefault(),i.shortcut.run())}function pe(){let[e,t]=o(!1),[n,r]=o(_.get());return a(()=>{let e=e=>fe(e,()=>t(!0));return addEventListener(`keydown`,e),()=>removeEventListener(`keydown`,e)},[]),e?i(p,{title:`Keys`,onClose:()=>t(!1),children:[i(`dl`,{class:`keys`,children:[...g].flat().map(({keys:e,label:t})=>i(`div`,{children:[i(`dt`,{children:e.map(e=>i(`kbd`,{children:e},e))}),i(`dd`,{children:t})]},t))}),i(`label`,{class:`check`,children:[i(`input`,{type:`checkbox`,checked:n,onChange:e=>{let t=e.currentTarget.checked;localStorage.setItem(le,t?`on`:`off`),_.set(t),r(t)}}),`Keys work`]}),i(`p`,{class:`buttons`,children:i(`button`,{type:`button`,onClick:()=>t(!1),children:`Close`})})]}):null}var me=[{href:`/desk/providers`,label:`Providers`,key:`p`},{href:`/desk/articles`,label:`Articles`,key:`a`},{href:`/desk/conditions`,label:`Conditions`},{href:`/desk/treatments`,label:`Treatments`},{href:`/desk/credentials`,label:`Credentials`},{href:`/desk/insurers`,label:`Insurers`},{href:`/desk/working-copies`,label:`Working copies`,key:`w`},{href:`/desk/reports`,label:`Reports`,key:`r`},{href:`/desk/duplicates`,label:`Duplicates`,key:`d`},{href:`/desk/imports`,label:`Imports`,key:`i`,role:`EDITOR`},{href:`/desk/tokens`,label:`Tokens`,role:`ADMIN`},{href:`/desk/help`,label:`Help`}],y=()=>({path:location.pathname,search:location.search}),b=new d(y()),x=new Set;function he(e){a(()=>(x.add(e),()=>void x.delete(e)),[e])}var S=()=>[...x].some(e=>e()),ge=async()=>!S()||await ee(`Leave without saving?`,`What you have changed here is not saved yet.`,`Leave`),C=0;async function w(e,{replace:t=!1}={}){let n=new URL(e,location.href);(n.pathname===location.pathname||await ge())&&(t?history.replaceState({entry:C},``,n):history.pushState({entry:++C},``,n),n.pathname!==b.get().path&&scrollTo(0,0),b.set(y()))}function _e(e,{replace:t=!0}={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e)){n.delete(t);for(let e of[r??[]].flat())e&&n.append(t,e)}w(`${location.pathname}${n.size?`?${n}`:``}`,{replace:t})}var T=!1;async function ve(){let e=history.state?.entry;if(e===void 0)return history.replaceState({entry:++C},``);if(T){T=!1;return}let t=e-C;if(location.pathname!==b.get().path&&S()){if(T=!0,history.go(-t),!await ge())return;x.clear(),history.go(t)}else C=e,b.set(y())}function ye(){C=history.state?.entry??0,history.replaceState({entry:C},``),b.set(y()),addEventListener(`popstate`,()=>void ve()),addEventListener(`beforeunload`,e=>{S()&&e.preventDefault()})}function be(e){try{return decodeURIComponent(e)}catch{return e}}function xe(e,t){let n=t.replace(/\/$/,``).split(`/`);for(let t of e){let e=t.path.split(`/`);if(e.length!==n.length||!e.every((e,t)=>e.startsWith(`:`)?n[t]!==``:e===n[t]))continue;let r=e.flatMap((e,t)=>e.startsWith(`:`)?[[e.slice(1),be(n[t])]]:[]);return{route:t,params:Object.fromEntries(r)}}return null}function E({href:e,children:t,...n}){return i(`a`,{...n,href:e,onClick:t=>{t.defaultPrevented||t.button!==0||t.ctrlKey||t.metaKey||t.shiftKey||t.altKey||(t.preventDefault(),w(e))},children:t})}function Se({route:e,params:t,search:n}){let[s,c]=o(null),l=r(()=>new URLSearchParams(n),[n]);return a(()=>{let t=!0;return e.load().then(({default:n})=>t&&c({route:e,page:n}),()=>t&&c({route:e})),()=>void(t=!1)},[e]),s?.route===e?s.page?i(s.page,{params:t,search:l}):i(`p`,{class:`problem`,role:`alert`,children:[`This page cannot be loaded: the connection is lost, or the server has a newer version. `,i(`a`,{href:location.href,children:`Load it anew`}),`.`]}):i(`p`,{class:`loading`,children:`Loading…`})}var D=class extends Error{code;constructor(e,t){super(e),this.code=t,this.name=`ServerError`}},Ce=class extends Error{constructor(){super(`The connection to the server was lost, so it is not known whether this was done.`),this.name=`ConnectionLost`}};function O(e){let t=e instanceof Error?e.message:String(e);return t.slice(0,1).toUpperCase()+t.slice(1)}var k=new d(!0),A={token:``,renew:()=>Promise.resolve(!1),refused:()=>{}};async function we(e,t,n={}){let{data:r,errors:i}=await Te(e,t,n);if(i[0])throw Oe(i[0]);return r}async function Te(e,t,n={}){let{data:r,errors:i=[]}=await(await je(`/graphql`,Ee(e,t),{...n,repeatable:De(e.kind,t)})).json();if(!r)throw i[0]?Oe(i[0]):new D(`the server gave no answer`,``);return{data:r,errors:i}}function Ee(e,t){return{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},body:JSON.stringify({query:e.document,operationName:e.name,variables:t})}}function De(e,t){return e===`query`||t?.idempotencyKey!==void 0}function Oe({message:e,extensions:t}){return new D(e,t?.code??``)}var ke=8,Ae=3e4;async function je(e,t,{signal:n,token:r,repeatable:i=!1}={}){for(let a=1;;a++){let o=r??A.token,s=await Me(e,t,o,n),c=a===ke||!i;if(!s){if(c)throw new Ce}else if(s.status===401&&r===void 0){if(a>1||!await A.renew())return o===A.token&&A.refused(),s;continue}else if(c||s.status!==503&&s.status!==429)return s;await Pe(Ne(s,a),n)}}async function Me(e,t,n,r){let i=new Headers(t.headers);n&&i.set(`Authorization`,`Bearer ${n}`);try{let n=await fetch(e,{...t,headers:i,signal:r,credentials:`omit`,cache:`no-store`});return k.set(!0),n}catch(e){if(r?.aborted)throw e;return k.set(!1),null}}function Ne(e,t){let n=Number(e?.headers.get(`Retry-After`));return Math.min(n>0?n*1e3:500*2**(t-1),Ae)}function Pe(e,t){return new Promise((n,r)=>{let i=()=>{clearTimeout(a),removeEventListener(`online`,i),t?.removeEventListener(`abort`,i),t?.aborted?r(t.reason):n()},a=setTimeout(i,e);addEventListener(`online`,i),t?.addEventListener(`abort`,i)})}var j=`# Changes of whole documents, which the public sees at once. Each gives what was done under the same names.
mutation CreateCondition($input: ConditionInput!, $idempotencyKey: String) {
  done: createCondition(input: $input, idempotencyKey: $idempotencyKey) { document: condition { id revision } userErrors { code message field } }
}
mutation UpdateCondition($id: ID!, $input: ConditionInput!, $expectedRevision: Int, $idempotencyKey: String) {
  done: updateCondition(id: $id, input: $input, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { document: condition { id revision } userErrors { code message field } }
}
mutation CreateTreatment($input: TreatmentInput!, $idempotencyKey: String) {
  done: createTreatment(input: $input, idempotencyKey: $idempotencyKey) { document: treatment { id revision } userErrors { code message field } }
}
mutation UpdateTreatment($id: ID!, $input: TreatmentInput!, $expectedRevision: Int, $idempotencyKey: String) {
  done: updateTreatment(id: $id, input: $input, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { document: treatment { id revision } userErrors { code message field } }
}
mutation CreateCredential($input: CredentialInput!, $idempotencyKey: String) {
  done: createCredential(input: $input, idempotencyKey: $idempotencyKey) { document: credential { id revision } userErrors { code message field } }
}
mutation UpdateCredential($id: ID!, $input: CredentialInput!, $expectedRevision: Int, $idempotencyKey: String) {
  done: updateCredential(id: $id, input: $input, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { document: credential { id revision } userErrors { code message field } }
}
mutation CreateInsurer($input: InsurerInput!, $idempotencyKey: String) {
  done: createInsurer(input: $input, idempotencyKey: $idempotencyKey) { document: insurer { id revision } userErrors { code message field } }
}
mutation UpdateInsurer($id: ID!, $input: InsurerInput!, $expectedRevision: Int, $idempotencyKey: String) {
  done: updateInsurer(id: $id, input: $input, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { document: insurer { id revision } userErrors { code message field } }
}
mutation DeleteProvider($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  done: deleteProvider(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { deletedId userErrors { code message field } }
}
mutation DeleteArticle($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  done: deleteArticle(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { deletedId userErrors { code message field } }
}
mutation DeleteCondition($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  done: deleteCondition(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { deletedId userErrors { code message field } }
}
mutation DeleteTreatment($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  done: deleteTreatment(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { deletedId userErrors { code message field } }
}
mutation DeleteCredential($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  done: deleteCredential(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { deletedId userErrors { code message field } }
}
mutation DeleteInsurer($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  done: deleteInsurer(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { deletedId userErrors { code message field } }
}
mutation RetireOne($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  done: retireProvider(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { document: provider { id revision } userErrors { code message field } }
}
mutation ReinstateOne($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  done: reinstateProvider(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { document: provider { id revision } userErrors { code message field } }
}
mutation SubmitOne($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  done: submitArticle(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { document: article { id revision } userErrors { code message field } }
}
mutation PublishOne($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  done: publishArticle(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { document: article { id revision } userErrors { code message field } }
}
mutation UnpublishOne($id: ID!, $expectedRevision: Int, $idempotencyKey: String) {
  done: unpublishArticle(id: $id, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { document: article { id revision } userErrors { code message field } }
}
mutation ConfirmOne($id: ID!, $by: ConfirmedBy!, $expectedRevision: Int, $idempotencyKey: String) {
  done: confirmProvider(id: $id, by: $by, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) { document: provider { id revision } userErrors { code message field } }
}
mutation ReviewArticle($id: ID!, $expectedRevision: Int!, $expectedFingerprint: String, $review: MedicalReviewInput!, $idempotencyKey: String) {
  done: reviewArticle(id: $id, expectedRevision: $expectedRevision, expectedFingerprint: $expectedFingerprint, review: $review, idempotencyKey: $idempotencyKey) {
    document: article { id revision }
    userErrors { code message field }
  }
}
`,Fe=`# A page of the list of articles.
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
`,M=`# What is done with one document of those that are selected in a list.
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
`,N=`# What the page of a document shows.
fragment Copy on WorkingCopy {
  id
  save
  baseRevision
  savedAt
  savedByName
  scheduledFor
  scheduleFailure
  content
  previewUrl
  problems { code message field }
  conflicts { field base published working }
  article { fingerprint medicalReview { reviewer reviewedOn stale } }
}
fragment Saved on WorkingCopyPayload {
  workingCopy { ...Copy }
  document {
    id
    ... on Provider { revision }
    ... on Article { revision }
  }
  userErrors { code message field }
}
query OneDocument($id: ID!) {
  provider(by: { id: $id }) { id name slug revision providerStatus: status profileUrl unconfirmed confirmedOn }
  article(by: { id: $id }) {
    id
    title
    slug
    revision
    articleStatus: status
    url
    fingerprint
    medicalReview { reviewer reviewedOn stale reviewDueOn overdue }
  }
  condition(by: { id: $id }) { id label revision }
  treatment(by: { id: $id }) { id label revision }
  credential(by: { id: $id }) { id label revision }
  insurer(by: { id: $id }) { id label revision }
  content(id: $id)
  workingCopy(id: $id) { ...Copy }
}
mutation SaveCopy($id: ID, $provider: ProviderInput, $article: ArticleInput, $members: MembersInput, $expectedSave: Int!, $baseRevision: Int) {
  done: saveWorkingCopy(id: $id, provider: $provider, article: $article, members: $members, expectedSave: $expectedSave, baseRevision: $baseRevision) { ...Saved }
}
mutation PublishCopy($id: ID!, $expectedSave: Int!, $at: DateTime) {
  done: publishWorkingCopy(id: $id, expectedSave: $expectedSave, at: $at) { ...Saved }
}
mutation UnscheduleCopy($id: ID!, $expectedSave: Int!) {
  done: unscheduleWorkingCopy(id: $id, expectedSave: $expectedSave) { ...Saved }
}
mutation DiscardCopy($id: ID!, $expectedSave: Int!) {
  done: discardWorkingCopy(id: $id, expectedSave: $expectedSave) { ...Saved }
}
mutation ReviewCopy($id: ID!, $expectedSave: Int!, $expectedFingerprint: String!, $review: MedicalReviewInput!) {
  done: reviewWorkingCopy(id: $id, expectedSave: $expectedSave, expectedFingerprint: $expectedFingerprint, review: $review) { ...Saved }
}
`,Ie=`# Pairs of providers that look like one.
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
`,Le=`# What waits, what is overdue, and what failed.
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
`,P=`# Who has changed a document, when and what.
query History($id: ID!, $first: Int!, $before: Int) {
  history(id: $id, first: $first, before: $before) {
    revision
    at
    action
    operation
    by
    name
    differences { field before after }
  }
}
# What a document said at a revision.
query ContentAt($id: ID!, $revision: Int) {
  content(id: $id, revision: $revision)
}
mutation RestoreRevision($id: ID!, $revision: Int!, $expectedRevision: Int, $idempotencyKey: String) {
  restoreRevision(id: $id, revision: $revision, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey) {
    document { id }
    userErrors { code message field }
  }
}
`,F=`# Files that are brought in.
query Imports {
  imports(first: 10) { id file byName dryRun status startedAt created changed rejectCount }
}

query ImportResult($id: ID!) {
  import(id: $id) {
    id file byName dryRun replace status startedAt endedAt message created changed unchanged
    notes(first: 200) { kind text documentId fields }
    noteCount
    rejects(first: 200) { place field value rule }
    rejectCount
    changes(first: 200) { id slug action }
  }
}

subscription ImportProgress($id: ID!) {
  importProgress(id: $id) { status done total }
}

mutation CancelImport($id: ID!) {
  cancelImport(id: $id) { userErrors { message } }
}
`,Re=`# The names of documents that others refer to.
query Names($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Provider { name }
    ... on Article { title }
    ... on Condition { label }
    ... on Treatment { label }
    ... on Credential { label }
    ... on Insurer { label }
  }
}
# What a person may mean by what they have typed.
query Choose($text: String!, $kinds: [SuggestionKind!]!) {
  suggest(text: $text, kinds: $kinds) {
    text
    kind
    node {
      id
      ... on Provider { name kind }
      ... on Condition { label }
      ... on Treatment { label }
      ... on Credential { label }
      ... on Insurer { label }
    }
  }
}
`,ze=`# An article as the server renders it: its working copy and, where none is open, the article itself.
fragment SectionHTML on Section { body(format: HTML) }
fragment ArticleHTML on Article {
  lead(format: HTML)
  sections {
    ...SectionHTML
    sections {
      ...SectionHTML
      sections {
        ...SectionHTML
        sections { ...SectionHTML }
      }
    }
  }
}
query Preview($id: ID!) {
  workingCopy(id: $id) { article { ...ArticleHTML } }
  article(by: { id: $id }) { ...ArticleHTML }
}
`,Be=`# What the list of providers can be narrowed by.
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
`,Ve=`# A page of the list of providers, as the public finds them.
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
`,He=`# What readers reported.
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
`,I=`# Who may do what.
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
`,Ue=`# Who the token says that somebody is.
query Viewer {
  viewer { id name role }
}
`,L=`# The words that providers are described with, and the companies that pay.
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
`,R=`# A page of the working copies that are open.
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
`,We=u({ArticleList:()=>ft,CancelImport:()=>Nt,Choose:()=>Ft,ConditionList:()=>qt,ConfirmOne:()=>ut,ConfirmProvider:()=>ht,ContentAt:()=>Ot,CreateCondition:()=>Ge,CreateCredential:()=>Ye,CreateInsurer:()=>Ze,CreateToken:()=>Wt,CreateTreatment:()=>qe,CredentialList:()=>Yt,DeleteArticle:()=>et,DeleteCondition:()=>tt,DeleteCredential:()=>rt,DeleteInsurer:()=>it,DeleteProvider:()=>$e,DeleteTreatment:()=>nt,DiscardCopy:()=>Ct,DiscardWorkingCopies:()=>$t,Duplicates:()=>Tt,Front:()=>Et,History:()=>Dt,ImportProgress:()=>Mt,ImportResult:()=>jt,Imports:()=>At,InsurerList:()=>Xt,Names:()=>Pt,OneDocument:()=>yt,Preview:()=>It,ProviderFacets:()=>Lt,ProviderFacetsInState:()=>Rt,ProviderList:()=>zt,ProvidersInState:()=>Bt,PublishArticle:()=>_t,PublishCopy:()=>xt,PublishOne:()=>ct,PublishWorkingCopies:()=>Qt,ReinstateOne:()=>ot,ReinstateProvider:()=>mt,Reports:()=>Vt,ResolveReport:()=>Ht,RestoreRevision:()=>kt,RetireOne:()=>at,RetireProvider:()=>pt,ReviewArticle:()=>dt,ReviewCopy:()=>wt,RevokeToken:()=>Gt,SaveCopy:()=>bt,SubmitArticle:()=>gt,SubmitOne:()=>st,Tokens:()=>Ut,TreatmentList:()=>Jt,UnpublishArticle:()=>vt,UnpublishOne:()=>lt,UnscheduleCopy:()=>St,UnscheduleWorkingCopy:()=>en,UpdateCondition:()=>Ke,UpdateCredential:()=>Xe,UpdateInsurer:()=>Qe,UpdateTreatment:()=>Je,Viewer:()=>Kt,WorkingCopyList:()=>Zt}),Ge={document:j,name:`CreateCondition`,kind:`mutation`},Ke={document:j,name:`UpdateCondition`,kind:`mutation`},qe={document:j,name:`CreateTreatment`,kind:`mutation`},Je={document:j,name:`UpdateTreatment`,kind:`mutation`},Ye={document:j,name:`CreateCredential`,kind:`mutation`},Xe={document:j,name:`UpdateCredential`,kind:`mutation`},Ze={document:j,name:`CreateInsurer`,kind:`mutation`},Qe={document:j,name:`UpdateInsurer`,kind:`mutation`},$e={document:j,name:`DeleteProvider`,kind:`mutation`},et={document:j,name:`DeleteArticle`,kind:`mutation`},tt={document:j,name:`DeleteCondition`,kind:`mutation`},nt={document:j,name:`DeleteTreatment`,kind:`mutation`},rt={document:j,name:`DeleteCredential`,kind:`mutation`},it={document:j,name:`DeleteInsurer`,kind:`mutation`},at={document:j,name:`RetireOne`,kind:`mutation`},ot={document:j,name:`ReinstateOne`,kind:`mutation`},st={document:j,name:`SubmitOne`,kind:`mutation`},ct={document:j,name:`PublishOne`,kind:`mutation`},lt={document:j,name:`UnpublishOne`,kind:`mutation`},ut={document:j,name:`ConfirmOne`,kind:`mutation`},dt={document:j,name:`ReviewArticle`,kind:`mutation`},ft={document:Fe,name:`ArticleList`,kind:`query`},pt={document:M,name:`RetireProvider`,kind:`mutation`},mt={document:M,name:`ReinstateProvider`,kind:`mutation`},ht={document:M,name:`ConfirmProvider`,kind:`mutation`},gt={document:M,name:`SubmitArticle`,kind:`mutation`},_t={document:M,name:`PublishArticle`,kind:`mutation`},vt={document:M,name:`UnpublishArticle`,kind:`mutation`},yt={document:N,name:`OneDocument`,kind:`query`},bt={document:N,name:`SaveCopy`,kind:`mutation`},xt={document:N,name:`PublishCopy`,kind:`mutation`},St={document:N,name:`UnscheduleCopy`,kind:`mutation`},Ct={document:N,name:`DiscardCopy`,kind:`mutation`},wt={document:N,name:`ReviewCopy`,kind:`mutation`},Tt={document:Ie,name:`Duplicates`,kind:`query`},Et={document:Le,name:`Front`,kind:`query`},Dt={document:P,name:`History`,kind:`query`},Ot={document:P,name:`ContentAt`,kind:`query`},kt={document:P,name:`RestoreRevision`,kind:`mutation`},At={document:F,name:`Imports`,kind:`query`},jt={document:F,name:`ImportResult`,kind:`query`},Mt={document:F,name:`ImportProgress`,kind:`subscription`},Nt={document:F,name:`CancelImport`,kind:`mutation`},Pt={document:Re,name:`Names`,kind:`query`},Ft={document:Re,name:`Choose`,kind:`query`},It={document:ze,name:`Preview`,kind:`query`},Lt={document:Be,name:`ProviderFacets`,kind:`query`},Rt={document:Be,name:`ProviderFacetsInState`,kind:`query`},zt={document:Ve,name:`ProviderList`,kind:`query`},Bt={document:Ve,name:`ProvidersInState`,kind:`query`},Vt={document:He,name:`Reports`,kind:`query`},Ht={document:He,name:`ResolveReport`,kind:`mutation`},Ut={document:I,name:`Tokens`,kind:`query`},Wt={document:I,name:`CreateToken`,kind:`mutation`},Gt={document:I,name:`RevokeToken`,kind:`mutation`},Kt={document:Ue,name:`Viewer`,kind:`query`},qt={document:L,name:`ConditionList`,kind:`query`},Jt={document:L,name:`TreatmentList`,kind:`query`},Yt={document:L,name:`CredentialList`,kind:`query`},Xt={document:L,name:`InsurerList`,kind:`query`},Zt={document:R,name:`WorkingCopyList`,kind:`query`},Qt={document:R,name:`PublishWorkingCopies`,kind:`mutation`},$t={document:R,name:`DiscardWorkingCopies`,kind:`mutation`},en={document:R,name:`UnscheduleWorkingCopy`,kind:`mutation`},tn=document.querySelector(`meta[name="desk-settings"]`)?.content,z=tn?JSON.parse(tn):{},nn=`/desk/signed-in`,B=`findcare-desk-attempt`;async function rn(){let{issuer:e}=z.oidc,t=await(await fetch(`${e.replace(/\/$/,``)}/.well-known/openid-configuration`,{credentials:`omit`})).json();if(t.issuer!==e)throw Error(`the provider says that it is ${t.issuer}, not ${e}`);return t}var an=e=>btoa(String.fromCharCode(...e)).replaceAll(`+`,`-`).replaceAll(`/`,`_`).replaceAll(`=`,``),V=()=>an(crypto.getRandomValues(new Uint8Array(32)));async function on(e){if(!globalThis.isSecureContext)throw Error(`signing in needs https`);let{clientId:t,scope:n,audience:r}=z.oidc,i=await rn(),a={state:V(),nonce:V(),verifier:V(),tokenEndpoint:i.token_endpoint,to:location.pathname+location.search};sessionStorage.setItem(B,JSON.stringify(a));let o=await crypto.subtle.digest(`SHA-256`,new TextEncoder().encode(a.verifier)),s=new URL(i.authorization_endpoint);for(let[i,c]of Object.entries({response_type:`code`,client_id:t,redirect_uri:location.origin+nn,scope:n,state:a.state,nonce:a.nonce,code_challenge:an(new Uint8Array(o)),code_challenge_method:`S256`,...r===t?{}:{audience:r},...e?{prompt:`login`}:{}}))s.searchParams.set(i,c);location.assign(s)}async function sn(){let e=new URLSearchParams(location.search),t=sessionStorage.getItem(B);if(sessionStorage.removeItem(B),history.replaceState(null,``,`/desk`),!t)throw Error(`this tab did not ask to sign in`);let n=JSON.parse(t);if(e.get(`state`)!==n.state)throw Error(`the answer is not to what this tab asked`);if((e.get(`iss`)??z.oidc.issuer)!==z.oidc.issuer)throw Error(`the answer is of another provider`);let r=e.get(`code`);if(!r)throw Error(`the provider says: ${e.get(`error_description`)??e.get(`error`)??`no code`}`);return{tokens:await ln(n.tokenEndpoint,n.nonce,{grant_type:`authorization_code`,code:r,redirect_uri:location.origin+nn,code_verifier:n.verifier}),to:n.to}}async function cn(e){let{token_endpoint:t}=await rn();return{refresh:e,...await ln(t,null,{grant_type:`refresh_token`,refresh_token:e})}}async function ln(e,t,n){let r=await fetch(e,{method:`POST`,body:new URLSearchParams({...n,client_id:z.oidc.clientId}),credentials:`omit`}),i=await r.json();if(!r.ok)throw Error(`the provider says: ${i.error_description??i.error??r.status}`);if(i.id_token)un(i.id_token,t);else if(t!==null)throw Error(`the provider gave no ID token`);let a=[i.access_token,i.id_token].find(e=>e&&dn(e).includes(z.oidc.audience));if(!a)throw Error(`the provider gave no token for ${z.oidc.audience}`);return{token:a,...i.refresh_token?{refresh:i.refresh_token}:{}}}function un(e,t){let n=H(e);if(n.iss!==z.oidc.issuer)throw Error(`the ID token is of another provider`);if(!dn(e).includes(z.oidc.clientId))throw Error(`the ID token is for another client`);if(t!==null&&n.nonce!==t)throw Error(`the ID token is not for what this tab asked`)}var dn=e=>[H(e).aud].flat();function H(e){let[,t=``,n]=e.split(`.`);if(n===void 0)return{};let r=Uint8Array.from(atob(t.replaceAll(`-`,`+`).replaceAll(`_`,`/`)),e=>e.charCodeAt(0));return JSON.parse(new TextDecoder().decode(r))}var U=new d(null),W=new d({why:``,anew:!1}),G=`findcare-desk-tokens`,fn=[`VIEWER`,`EDITOR`,`REVIEWER`,`ADMIN`];function K(e,t=U.get()){return t!==null&&fn.indexOf(t.role)>=fn.indexOf(e)}async function q(e){let{viewer:t}=await we(Kt,{},{token:e.token});pn(e),W.set({why:``,anew:!1}),U.set(t)}function pn(e){sessionStorage.setItem(G,JSON.stringify(e)),A.token=e.token}var J=()=>JSON.parse(sessionStorage.getItem(G)??`null`);function Y(e,t=!1){sessionStorage.removeItem(G),A.token=``,W.set({why:e,anew:t}),U.set(null)}var X=`Your session is over. Sign in again to go on where you were.`,Z=null;function mn(){return Z??=hn().finally(()=>Z=null),Z}async function hn(){let e=J();if(!e?.refresh)return!1;try{return pn(await cn(e.refresh)),!0}catch{return!1}}async function gn(){if(A.renew=mn,A.refused=()=>U.get()&&Y(X),location.pathname===`/desk/signed-in`){try{let{tokens:e,to:t}=await sn();await q(e),history.replaceState(null,``,t)}catch(e){Y(`You could not be signed in: ${e instanceof Error?e.message:String(e)}.`)}return}let e=J();if(e)try{await q(e)}catch(e){!(e instanceof D)||e.code!==`UNAUTHENTICATED`?W.set({why:O(e),anew:!1}):await mn()?await q(J()).catch(()=>Y(X)):Y(X)}}function _n({person:e}){let{path:t,search:n}=f(b),l=xe(ce,t),[u,d]=o(!1);a(()=>d(!1),[t]);let p=me.filter(({role:t})=>K(t??`VIEWER`,e));return ue(r(()=>[{href:`/desk`,label:`What waits`,key:`h`},...p].flatMap(({href:e,label:t,key:n})=>n?[{keys:[`g ${n}`],label:t,run:()=>void w(e)}]:[]),[e])),i(c,{children:[i(`a`,{class:`skip`,href:`#main`,children:`Skip to the content`}),i(`header`,{class:`desk`,children:[i(E,{class:`brand`,href:`/desk`,children:`findcare desk`}),i(`button`,{type:`button`,class:`second menu`,"aria-expanded":u,"aria-controls":`navigation`,onClick:()=>d(!u),children:`Menu`}),i(`nav`,{"aria-label":`Desk`,id:`navigation`,class:u?`open`:void 0,children:i(`ul`,{children:p.map(({href:e,label:n})=>i(`li`,{children:i(E,{href:e,"aria-current":t===e?`page`:t.startsWith(`${e}/`)?`true`:void 0,children:n})},e))})}),i(`div`,{class:`who`,children:[i(`span`,{children:[e.name,` `,i(`span`,{class:`badge`,children:e.role.toLowerCase()})]}),i(`button`,{type:`button`,class:`second`,onClick:()=>Y(`You are signed out.`),children:`Sign out`})]})]}),i(`main`,{id:`main`,tabIndex:-1,children:l?K(l.route.role??`VIEWER`,e)?i(Se,{...l,search:n},t):i(s,{title:`Not for your role`,children:i(`p`,{children:[`This page is for those with the role `,l.route.role?.toLowerCase(),`.`]})}):i(s,{title:`Page not found`,children:i(`p`,{children:`The address may be mistyped.`})})})]})}function vn(){let{why:t,anew:n}=f(W),[r,s]=o(``),[c,l]=o(``),[u,d]=o(!1),p=e(null);a(()=>{document.title=`Sign in - Desk - findcare`,z.oidc||p.current?.focus()},[]);async function m(e){d(!0),l(``);try{await e()}catch(e){l(O(e)),d(!1)}}return i(`main`,{class:`sign-in`,id:`main`,children:[i(`h1`,{children:`Sign in to the desk`}),t&&i(`p`,{role:`status`,children:t}),i(`p`,{class:`problem`,role:`alert`,hidden:!c,id:`sign-in-problem`,children:c}),z.oidc&&i(`p`,{children:i(`button`,{type:`button`,disabled:u,onClick:()=>void m(()=>on(n)),children:[`Sign in at `,new URL(z.oidc.issuer).host]})}),i(`form`,{onSubmit:e=>{e.preventDefault(),m(()=>q({token:r.trim()}))},children:[i(`label`,{for:`token`,children:z.oidc?`Or with a token`:`Token`}),i(`input`,{ref:p,id:`token`,type:`password`,autocomplete:`off`,spellcheck:!1,required:!0,value:r,"aria-describedby":`token-help sign-in-problem`,"aria-invalid":c!==``,onInput:e=>s(e.currentTarget.value)}),i(`p`,{id:`token-help`,class:`soft`,children:`An administrator makes one for you. It stays in this tab, and is forgotten when you close it.`}),i(`button`,{type:`submit`,class:z.oidc?`second`:void 0,disabled:u,children:u?`Checking…`:`Sign in`})]})]})}var yn=6e4,Q=30*yn,bn=yn;function xn(){let[e,t]=o(Q),[n,r]=o(()=>Date.now());if(a(()=>{let e=n,r=()=>{Date.now()-e<174e4&&(e=Date.now())},i=setInterval(()=>{let n=Q-(Date.now()-e);n<=0?Y(`You were signed out after half an hour without activity. What was not saved is kept.`,!0):t(Math.min(n,61e3))},1e3),a=[`pointerdown`,`pointermove`,`keydown`,`wheel`,`touchmove`];for(let e of a)addEventListener(e,r,{passive:!0});return()=>{clearInterval(i);for(let e of a)removeEventListener(e,r)}},[n]),e>bn)return null;let s=()=>{t(Q),r(Date.now())};return i(p,{title:`Are you still there?`,onClose:s,children:[i(`p`,{children:[`You are signed out in `,Math.ceil(e/1e3),` seconds. What is not saved is kept in this browser.`]}),i(`p`,{class:`buttons`,children:[i(`button`,{type:`button`,class:`second`,onClick:()=>Y(`You are signed out.`),children:`Sign out`}),i(`button`,{type:`button`,onClick:s,children:`Stay signed in`})]})]})}var $=new d([]),Sn=0,Cn=8e3;function wn(e,{bad:t=!1}={}){let n=++Sn;$.set([...$.get().filter(t=>t.text!==e),{id:n,text:e,bad:t}].slice(-4)),t||setTimeout(()=>Tn(n),Cn)}var Tn=e=>$.set($.get().filter(t=>t.id!==e));function En(){let e=f($),t=f(k);return i(`div`,{class:`status`,children:[i(`div`,{role:`alert`,children:!t&&i(`p`,{class:`message bad`,children:`The connection is lost. The desk tries again; what you have typed stays.`})}),i(`div`,{role:`status`,children:e.map(({id:e,text:t,bad:n})=>i(`p`,{class:n?`message bad`:`message`,children:[i(`span`,{children:t}),i(`button`,{type:`button`,class:`plain`,"aria-label":`Close the message`,onClick:()=>Tn(e),children:`×`})]},e))})]})}function Dn(){let e=f(U);return i(c,{children:[e?i(c,{children:[i(_n,{person:e},e.id),i(pe,{}),i(xn,{}),i(te,{})]}):i(vn,{}),i(En,{})]})}async function On(){await gn(),ye(),t(i(Dn,{}),document.getElementById(`desk`))}On();export{We as $,xt as A,dt as B,yt as C,zt as D,Rt as E,Vt as F,st as G,Gt as H,Ht as I,vt as J,Ut as K,kt as L,Qt as M,ot as N,Bt as O,mt as P,Zt as Q,at as R,Pt as S,Lt as T,bt as U,wt as V,gt as W,St as X,lt as Y,en as Z,Dt as _,Nt as a,D as at,At as b,ut as c,w as ct,Wt as d,ue as dt,Ee as et,Yt as f,p as ft,Et as g,Tt as h,f as ht,ft as i,Ce as it,ct as j,_t as k,ht as l,_e as lt,$t as m,d as mt,K as n,we as nt,Ft as o,O as ot,Ct as p,ee as pt,Jt as q,U as r,je as rt,qt as s,E as st,wn as t,Pe as tt,Ot as u,he as ut,Mt as v,It as w,Xt as x,jt as y,pt as z};