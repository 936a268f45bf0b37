const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Document-BILSGrXT.js","assets/Page-YFs8TguC.js","assets/ServerHTML-CQCHblNC.js","assets/useQuery-VMlZRvVb.js","assets/Document-Bg8HkyEJ.css","assets/Front-DGmrDdb0.js","assets/copies-W9PKX6ao.js","assets/words-B0Dp0XKT.js","assets/Help-C02lKBlH.js","assets/Tokens-DHO2Ueas.js","assets/Imports-CRNX31I9.js","assets/Imports-CxLJUtSZ.css","assets/WorkingCopies-B_0v1flS.js","assets/List-D-GVnt_3.js","assets/key-BCXhcnyZ.js","assets/Reports-Cay3-HxD.js","assets/Duplicates-CxtdmPtn.js"])))=>i.map(i=>d[i]);
import{a as e,d as t,i as n,l as r,n as i,r as a,s as o,t as s,u as c}from"./Page-YFs8TguC.js";var l=Object.defineProperty,u=(e,t)=>{let n={};for(var r in e)l(n,r,{get:e[r],enumerable:!0});return t||l(n,Symbol.toStringTag,{value:`Module`}),n},d=class{value;listeners=new Set;constructor(e){this.value=e}get(){return this.value}set(e){if(!Object.is(e,this.value)){this.value=e;for(let t of[...this.listeners])t(e)}}listen(e){return this.listeners.add(e),()=>this.listeners.delete(e)}};function f(e){let[t,n]=o(e.get());return a(()=>(n(()=>e.get()),e.listen(e=>n(()=>e))),[e]),t}function p({title:t,onClose:r,children:o,wide:s}){let c=e(null),l=n();return a(()=>{let e=document.activeElement;return c.current?.showModal(),()=>e?.isConnected&&e.focus()},[]),i(`dialog`,{ref:c,class:s?`wide`:void 0,"aria-labelledby":l,onCancel:e=>{e.preventDefault(),r()},children:[i(`h2`,{id:l,children:t}),o]})}var m=new d(null);function ee(e,t,n){return m.get()?.answer(!1),new Promise(r=>{m.set({title:e,text:t,yes:n,answer:e=>{m.set(null),r(e)}})})}function te(){let e=f(m);return e?i(p,{title:e.title,onClose:()=>e.answer(!1),children:[i(`p`,{children:e.text}),i(`p`,{class:`buttons`,children:[i(`button`,{type:`button`,class:`second`,onClick:()=>e.answer(!1),children:`Stay`}),i(`button`,{type:`button`,onClick:()=>e.answer(!0),children:e.yes})]})]},e.title):null}var ne=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),re=function(e){return`/desk/`+e},ie={},ae=function(e){return e.pathname.endsWith(`.css`)},oe=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},h=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=re(t,n);let r=s(t),i=ae(r);return oe(ie,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ne,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},se=()=>h(()=>import(`./Document-BILSGrXT.js`),__vite__mapDeps([0,1,2,3,4])),ce=[{path:`/desk`,load:()=>h(()=>import(`./Front-DGmrDdb0.js`),__vite__mapDeps([5,6,1,3,7]))},{path:`/desk/help`,load:()=>h(()=>import(`./Help-C02lKBlH.js`),__vite__mapDeps([8,1,2]))},{path:`/desk/tokens`,load:()=>h(()=>import(`./Tokens-DHO2Ueas.js`),__vite__mapDeps([9,1,3,7])),role:`ADMIN`},{path:`/desk/imports`,load:()=>h(()=>import(`./Imports-CRNX31I9.js`),__vite__mapDeps([10,1,3,7,11])),role:`EDITOR`},{path:`/desk/working-copies`,load:()=>h(()=>import(`./WorkingCopies-B_0v1flS.js`),__vite__mapDeps([12,1,3,7,13,14,6]))},{path:`/desk/reports`,load:()=>h(()=>import(`./Reports-Cay3-HxD.js`),__vite__mapDeps([15,1,3,7]))},{path:`/desk/duplicates`,load:()=>h(()=>import(`./Duplicates-CxtdmPtn.js`),__vite__mapDeps([16,14,1,3,7]))},{path:`/desk/:kind`,load:()=>h(()=>import(`./List-D-GVnt_3.js`),__vite__mapDeps([13,1,7,14]))},{path:`/desk/:kind/:id`,load:se},{path:`/desk/:kind/:id/:view`,load:se}],g=()=>({path:location.pathname,search:location.search}),_=new d(g()),v=new Set;function le(e){a(()=>(v.add(e),()=>void v.delete(e)),[e])}var y=()=>[...v].some(e=>e()),ue=async()=>!y()||await ee(`Leave without saving?`,`What you have changed here is not saved yet.`,`Leave`),b=0;async function x(e,{replace:t=!1}={}){let n=new URL(e,location.href);(n.pathname===location.pathname||await ue())&&(t?history.replaceState({entry:b},``,n):history.pushState({entry:++b},``,n),n.pathname!==_.get().path&&scrollTo(0,0),_.set(g()))}function de(e,{replace:t=!0}={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e)){n.delete(t);for(let e of[r??[]].flat())e&&n.append(t,e)}x(`${location.pathname}${n.size?`?${n}`:``}`,{replace:t})}var S=!1;async function fe(){let e=history.state?.entry;if(e===void 0)return history.replaceState({entry:++b},``);if(S){S=!1;return}let t=e-b;if(location.pathname!==_.get().path&&y()){if(S=!0,history.go(-t),!await ue())return;v.clear(),history.go(t)}else b=e,_.set(g())}function pe(){b=history.state?.entry??0,history.replaceState({entry:b},``),_.set(g()),addEventListener(`popstate`,()=>void fe()),addEventListener(`beforeunload`,e=>{y()&&e.preventDefault()})}function me(e,t){let n=t.replace(/\/$/,``).split(`/`);for(let t of e){let e=t.path.split(`/`);if(e.length!==n.length||!e.every((e,t)=>e.startsWith(`:`)?n[t]!==``:e===n[t]))continue;let r=e.flatMap((e,t)=>e.startsWith(`:`)?[[e.slice(1),decodeURIComponent(n[t])]]:[]);return{route:t,params:Object.fromEntries(r)}}return null}function C({href:e,children:t,...n}){return i(`a`,{...n,href:e,onClick:t=>{t.defaultPrevented||t.button!==0||t.ctrlKey||t.metaKey||t.shiftKey||t.altKey||(t.preventDefault(),x(e))},children:t})}function he({route:e,params:t,search:n}){let[s,c]=o(null),l=r(()=>new URLSearchParams(n),[n]);return a(()=>{let t=!0;return e.load().then(({default:n})=>t&&c({route:e,page:n}),()=>t&&c({route:e})),()=>void(t=!1)},[e]),s?.route===e?s.page?i(s.page,{params:t,search:l}):i(`p`,{class:`problem`,role:`alert`,children:[`This page cannot be loaded: the connection is lost, or the server has a newer version. `,i(`a`,{href:location.href,children:`Load it anew`}),`.`]}):i(`p`,{class:`loading`,children:`Loading…`})}var w=class extends Error{code;constructor(e,t){super(e),this.code=t,this.name=`ServerError`}},ge=class extends Error{constructor(){super(`The connection to the server was lost, so it is not known whether this was done.`),this.name=`ConnectionLost`}};function T(e){let t=e instanceof Error?e.message:String(e);return t.slice(0,1).toUpperCase()+t.slice(1)}var E=new d(!0),D={token:``,renew:()=>Promise.resolve(!1),refused:()=>{}};async function _e(e,t,n={}){let{data:r,errors:i}=await ve(e,t,n);if(i[0])throw xe(i[0]);return r}async function ve(e,t,n={}){let{data:r,errors:i=[]}=await(await we(`/graphql`,ye(e,t),{...n,repeatable:be(e.kind,t)})).json();if(!r)throw i[0]?xe(i[0]):new w(`the server gave no answer`,``);return{data:r,errors:i}}function ye(e,t){return{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},body:JSON.stringify({query:e.document,operationName:e.name,variables:t})}}function be(e,t){return e===`query`||t?.idempotencyKey!==void 0}function xe({message:e,extensions:t}){return new w(e,t?.code??``)}var Se=8,Ce=3e4;async function we(e,t,{signal:n,token:r,repeatable:i=!1}={}){for(let a=1;;a++){let o=r??D.token,s=await Te(e,t,o,n),c=a===Se||!i;if(!s){if(c)throw new ge}else if(s.status===401&&r===void 0){if(a>1||!await D.renew())return o===D.token&&D.refused(),s;continue}else if(c||s.status!==503&&s.status!==429)return s;await De(Ee(s,a),n)}}async function Te(e,t,n,r){let i=new Headers(t.headers);n&&i.set(`Authorization`,`Bearer ${n}`);try{let n=await fetch(e,{...t,headers:i,signal:r,credentials:`omit`,cache:`no-store`});return E.set(!0),n}catch(e){if(r?.aborted)throw e;return E.set(!1),null}}function Ee(e,t){let n=Number(e?.headers.get(`Retry-After`));return Math.min(n>0?n*1e3:500*2**(t-1),Ce)}function De(e,t){return new Promise((n,r)=>{let i=()=>{clearTimeout(a),removeEventListener(`online`,i),t?.removeEventListener(`abort`,i),t?.aborted?r(t.reason):n()},a=setTimeout(i,e);addEventListener(`online`,i),t?.addEventListener(`abort`,i)})}var O=`# Changes of whole documents, which the public sees at once. Each gives what was done under the same names.
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
`,Oe=`# A page of the list of articles.
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
`,k=`# What is done with one document of those that are selected in a list.
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
`,A=`# What the page of a document shows.
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
`,ke=`# Pairs of providers that look like one.
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
`,Ae=`# What waits, what is overdue, and what failed.
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
`,j=`# Who has changed a document, when and what.
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
`,M=`# Files that are brought in.
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
`,je=`# The names of documents that others refer to.
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
`,Me=`# An article as the server renders it: its working copy and, where none is open, the article itself.
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
`,Ne=`# What the list of providers can be narrowed by.
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
`,Pe=`# A page of the list of providers, as the public finds them.
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
`,Fe=`# What readers reported.
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
`,Ie=`# Who the token says that somebody is.
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
`,Le=u({ArticleList:()=>at,CancelImport:()=>Et,Choose:()=>I,ConditionList:()=>zt,ConfirmOne:()=>rt,ConfirmProvider:()=>ct,ContentAt:()=>xt,CreateCondition:()=>Re,CreateCredential:()=>He,CreateInsurer:()=>We,CreateToken:()=>It,CreateTreatment:()=>Be,CredentialList:()=>Vt,DeleteArticle:()=>qe,DeleteCondition:()=>Je,DeleteCredential:()=>Xe,DeleteInsurer:()=>Ze,DeleteProvider:()=>Ke,DeleteTreatment:()=>Ye,DiscardCopy:()=>gt,DiscardWorkingCopies:()=>Gt,Duplicates:()=>vt,Front:()=>yt,History:()=>bt,ImportProgress:()=>Tt,ImportResult:()=>wt,Imports:()=>Ct,InsurerList:()=>Ht,Names:()=>Dt,OneDocument:()=>ft,Preview:()=>Ot,ProviderFacets:()=>kt,ProviderFacetsInState:()=>At,ProviderList:()=>jt,ProvidersInState:()=>Mt,PublishArticle:()=>ut,PublishCopy:()=>mt,PublishOne:()=>tt,PublishWorkingCopies:()=>Wt,ReinstateOne:()=>$e,ReinstateProvider:()=>st,Reports:()=>Nt,ResolveReport:()=>Pt,RestoreRevision:()=>St,RetireOne:()=>Qe,RetireProvider:()=>ot,ReviewArticle:()=>it,ReviewCopy:()=>_t,RevokeToken:()=>Lt,SaveCopy:()=>pt,SubmitArticle:()=>lt,SubmitOne:()=>et,Tokens:()=>Ft,TreatmentList:()=>Bt,UnpublishArticle:()=>dt,UnpublishOne:()=>nt,UnscheduleCopy:()=>ht,UnscheduleWorkingCopy:()=>Kt,UpdateCondition:()=>ze,UpdateCredential:()=>Ue,UpdateInsurer:()=>Ge,UpdateTreatment:()=>Ve,Viewer:()=>Rt,WorkingCopyList:()=>Ut}),Re={document:O,name:`CreateCondition`,kind:`mutation`},ze={document:O,name:`UpdateCondition`,kind:`mutation`},Be={document:O,name:`CreateTreatment`,kind:`mutation`},Ve={document:O,name:`UpdateTreatment`,kind:`mutation`},He={document:O,name:`CreateCredential`,kind:`mutation`},Ue={document:O,name:`UpdateCredential`,kind:`mutation`},We={document:O,name:`CreateInsurer`,kind:`mutation`},Ge={document:O,name:`UpdateInsurer`,kind:`mutation`},Ke={document:O,name:`DeleteProvider`,kind:`mutation`},qe={document:O,name:`DeleteArticle`,kind:`mutation`},Je={document:O,name:`DeleteCondition`,kind:`mutation`},Ye={document:O,name:`DeleteTreatment`,kind:`mutation`},Xe={document:O,name:`DeleteCredential`,kind:`mutation`},Ze={document:O,name:`DeleteInsurer`,kind:`mutation`},Qe={document:O,name:`RetireOne`,kind:`mutation`},$e={document:O,name:`ReinstateOne`,kind:`mutation`},et={document:O,name:`SubmitOne`,kind:`mutation`},tt={document:O,name:`PublishOne`,kind:`mutation`},nt={document:O,name:`UnpublishOne`,kind:`mutation`},rt={document:O,name:`ConfirmOne`,kind:`mutation`},it={document:O,name:`ReviewArticle`,kind:`mutation`},at={document:Oe,name:`ArticleList`,kind:`query`},ot={document:k,name:`RetireProvider`,kind:`mutation`},st={document:k,name:`ReinstateProvider`,kind:`mutation`},ct={document:k,name:`ConfirmProvider`,kind:`mutation`},lt={document:k,name:`SubmitArticle`,kind:`mutation`},ut={document:k,name:`PublishArticle`,kind:`mutation`},dt={document:k,name:`UnpublishArticle`,kind:`mutation`},ft={document:A,name:`OneDocument`,kind:`query`},pt={document:A,name:`SaveCopy`,kind:`mutation`},mt={document:A,name:`PublishCopy`,kind:`mutation`},ht={document:A,name:`UnscheduleCopy`,kind:`mutation`},gt={document:A,name:`DiscardCopy`,kind:`mutation`},_t={document:A,name:`ReviewCopy`,kind:`mutation`},vt={document:ke,name:`Duplicates`,kind:`query`},yt={document:Ae,name:`Front`,kind:`query`},bt={document:j,name:`History`,kind:`query`},xt={document:j,name:`ContentAt`,kind:`query`},St={document:j,name:`RestoreRevision`,kind:`mutation`},Ct={document:M,name:`Imports`,kind:`query`},wt={document:M,name:`ImportResult`,kind:`query`},Tt={document:M,name:`ImportProgress`,kind:`subscription`},Et={document:M,name:`CancelImport`,kind:`mutation`},Dt={document:je,name:`Names`,kind:`query`},I={document:je,name:`Choose`,kind:`query`},Ot={document:Me,name:`Preview`,kind:`query`},kt={document:Ne,name:`ProviderFacets`,kind:`query`},At={document:Ne,name:`ProviderFacetsInState`,kind:`query`},jt={document:Pe,name:`ProviderList`,kind:`query`},Mt={document:Pe,name:`ProvidersInState`,kind:`query`},Nt={document:Fe,name:`Reports`,kind:`query`},Pt={document:Fe,name:`ResolveReport`,kind:`mutation`},Ft={document:N,name:`Tokens`,kind:`query`},It={document:N,name:`CreateToken`,kind:`mutation`},Lt={document:N,name:`RevokeToken`,kind:`mutation`},Rt={document:Ie,name:`Viewer`,kind:`query`},zt={document:P,name:`ConditionList`,kind:`query`},Bt={document:P,name:`TreatmentList`,kind:`query`},Vt={document:P,name:`CredentialList`,kind:`query`},Ht={document:P,name:`InsurerList`,kind:`query`},Ut={document:F,name:`WorkingCopyList`,kind:`query`},Wt={document:F,name:`PublishWorkingCopies`,kind:`mutation`},Gt={document:F,name:`DiscardWorkingCopies`,kind:`mutation`},Kt={document:F,name:`UnscheduleWorkingCopy`,kind:`mutation`},qt=document.querySelector(`meta[name="desk-settings"]`)?.content,L=qt?JSON.parse(qt):{},Jt=`/desk/signed-in`,R=`findcare-desk-attempt`;async function Yt(){let{issuer:e}=L.oidc,t=await(await fetch(`${e.replace(/\/$/,``)}/.well-known/openid-configuration`,{credentials:`omit`})).json();if(t.issuer!==e)throw Error(`the provider says that it is ${t.issuer}, not ${e}`);return t}var Xt=e=>btoa(String.fromCharCode(...e)).replaceAll(`+`,`-`).replaceAll(`/`,`_`).replaceAll(`=`,``),z=()=>Xt(crypto.getRandomValues(new Uint8Array(32)));async function Zt(e){if(!globalThis.isSecureContext)throw Error(`signing in needs https`);let{clientId:t,scope:n,audience:r}=L.oidc,i=await Yt(),a={state:z(),nonce:z(),verifier:z(),tokenEndpoint:i.token_endpoint,to:location.pathname+location.search};sessionStorage.setItem(R,JSON.stringify(a));let o=await crypto.subtle.digest(`SHA-256`,new TextEncoder().encode(a.verifier)),s=new URL(i.authorization_endpoint);for(let[i,c]of Object.entries({response_type:`code`,client_id:t,redirect_uri:location.origin+Jt,scope:n,state:a.state,nonce:a.nonce,code_challenge:Xt(new Uint8Array(o)),code_challenge_method:`S256`,...r===t?{}:{audience:r},...e?{prompt:`login`}:{}}))s.searchParams.set(i,c);location.assign(s)}async function Qt(){let e=new URLSearchParams(location.search),t=sessionStorage.getItem(R);if(sessionStorage.removeItem(R),history.replaceState(null,``,`/desk`),!t)throw Error(`this tab did not ask to sign in`);let n=JSON.parse(t);if(e.get(`state`)!==n.state)throw Error(`the answer is not to what this tab asked`);if((e.get(`iss`)??L.oidc.issuer)!==L.oidc.issuer)throw Error(`the answer is of another provider`);let r=e.get(`code`);if(!r)throw Error(`the provider says: ${e.get(`error_description`)??e.get(`error`)??`no code`}`);return{tokens:await en(n.tokenEndpoint,n.nonce,{grant_type:`authorization_code`,code:r,redirect_uri:location.origin+Jt,code_verifier:n.verifier}),to:n.to}}async function $t(e){let{token_endpoint:t}=await Yt();return{refresh:e,...await en(t,null,{grant_type:`refresh_token`,refresh_token:e})}}async function en(e,t,n){let r=await fetch(e,{method:`POST`,body:new URLSearchParams({...n,client_id:L.oidc.clientId}),credentials:`omit`}),i=await r.json();if(!r.ok)throw Error(`the provider says: ${i.error_description??i.error??r.status}`);if(i.id_token)tn(i.id_token,t);else if(t!==null)throw Error(`the provider gave no ID token`);let a=[i.access_token,i.id_token].find(e=>e&&nn(e).includes(L.oidc.audience));if(!a)throw Error(`the provider gave no token for ${L.oidc.audience}`);return{token:a,...i.refresh_token?{refresh:i.refresh_token}:{}}}function tn(e,t){let n=rn(e);if(n.iss!==L.oidc.issuer)throw Error(`the ID token is of another provider`);if(!nn(e).includes(L.oidc.clientId))throw Error(`the ID token is for another client`);if(t!==null&&n.nonce!==t)throw Error(`the ID token is not for what this tab asked`)}var nn=e=>[rn(e).aud].flat();function rn(e){let[,t=``,n]=e.split(`.`);if(n===void 0)return{};let r=Uint8Array.from(atob(t.replaceAll(`-`,`+`).replaceAll(`_`,`/`)),e=>e.charCodeAt(0));return JSON.parse(new TextDecoder().decode(r))}var B=new d(null),V=new d({why:``,anew:!1}),H=`findcare-desk-tokens`,an=[`VIEWER`,`EDITOR`,`REVIEWER`,`ADMIN`];function U(e,t=B.get()){return t!==null&&an.indexOf(t.role)>=an.indexOf(e)}async function W(e){let{viewer:t}=await _e(Rt,{},{token:e.token});on(e),V.set({why:``,anew:!1}),B.set(t)}function on(e){sessionStorage.setItem(H,JSON.stringify(e)),D.token=e.token}var G=()=>JSON.parse(sessionStorage.getItem(H)??`null`);function K(e,t=!1){sessionStorage.removeItem(H),D.token=``,V.set({why:e,anew:t}),B.set(null)}var q=`Your session is over. Sign in again to go on where you were.`,J=null;function sn(){return J??=cn().finally(()=>J=null),J}async function cn(){let e=G();if(!e?.refresh)return!1;try{return on(await $t(e.refresh)),!0}catch{return!1}}async function ln(){if(D.renew=sn,D.refused=()=>B.get()&&K(q),location.pathname===`/desk/signed-in`){try{let{tokens:e,to:t}=await Qt();await W(e),history.replaceState(null,``,t)}catch(e){K(`You could not be signed in: ${e instanceof Error?e.message:String(e)}.`)}return}let e=G();if(e)try{await W(e)}catch(e){!(e instanceof w)||e.code!==`UNAUTHENTICATED`?V.set({why:T(e),anew:!1}):await sn()?await W(G()).catch(()=>K(q)):K(q)}}var un=[{href:`/desk/providers`,label:`Providers`},{href:`/desk/articles`,label:`Articles`},{href:`/desk/conditions`,label:`Conditions`},{href:`/desk/treatments`,label:`Treatments`},{href:`/desk/credentials`,label:`Credentials`},{href:`/desk/insurers`,label:`Insurers`},{href:`/desk/working-copies`,label:`Working copies`},{href:`/desk/reports`,label:`Reports`},{href:`/desk/duplicates`,label:`Duplicates`},{href:`/desk/imports`,label:`Imports`,role:`EDITOR`},{href:`/desk/tokens`,label:`Tokens`,role:`ADMIN`},{href:`/desk/help`,label:`Help`}];function dn({person:e}){let{path:t,search:n}=f(_),r=me(ce,t);return i(c,{children:[i(`a`,{class:`skip`,href:`#main`,children:`Skip to the content`}),i(`header`,{class:`desk`,children:[i(C,{class:`brand`,href:`/desk`,children:`findcare desk`}),i(`nav`,{"aria-label":`Desk`,children:i(`ul`,{children:un.filter(({role:t})=>U(t??`VIEWER`,e)).map(({href:e,label:n})=>i(`li`,{children:i(C,{href:e,"aria-current":t===e?`page`:t.startsWith(`${e}/`)?`true`:void 0,children:n})},e))})}),i(`div`,{class:`who`,children:[i(`span`,{children:[e.name,` `,i(`span`,{class:`badge`,children:e.role.toLowerCase()})]}),i(`button`,{type:`button`,class:`second`,onClick:()=>K(`You are signed out.`),children:`Sign out`})]})]}),i(`main`,{id:`main`,tabIndex:-1,children:r?U(r.route.role??`VIEWER`,e)?i(he,{...r,search:n},t):i(s,{title:`Not for your role`,children:i(`p`,{children:[`This page is for those with the role `,r.route.role?.toLowerCase(),`.`]})}):i(s,{title:`Page not found`,children:i(`p`,{children:`The address may be mistyped.`})})})]})}function fn(){let{why:t,anew:n}=f(V),[r,s]=o(``),[c,l]=o(``),[u,d]=o(!1),p=e(null);a(()=>{document.title=`Sign in - Desk - findcare`,L.oidc||p.current?.focus()},[]);async function m(e){d(!0),l(``);try{await e()}catch(e){l(T(e)),d(!1)}}return i(`main`,{class:`sign-in`,id:`main`,children:[i(`h1`,{children:`Sign in to the desk`}),t&&i(`p`,{role:`status`,children:t}),i(`p`,{class:`problem`,role:`alert`,hidden:!c,id:`sign-in-problem`,children:c}),L.oidc&&i(`p`,{children:i(`button`,{type:`button`,disabled:u,onClick:()=>void m(()=>Zt(n)),children:[`Sign in at `,new URL(L.oidc.issuer).host]})}),i(`form`,{onSubmit:e=>{e.preventDefault(),m(()=>W({token:r.trim()}))},children:[i(`label`,{for:`token`,children:L.oidc?`Or with a token`:`Token`}),i(`input`,{ref:p,id:`token`,type:`password`,autocomplete:`off`,spellcheck:!1,required:!0,value:r,"aria-describedby":`token-help sign-in-problem`,"aria-invalid":c!==``,onInput:e=>s(e.currentTarget.value)}),i(`p`,{id:`token-help`,class:`soft`,children:`An administrator makes one for you. It stays in this tab, and is forgotten when you close it.`}),i(`button`,{type:`submit`,class:L.oidc?`second`:void 0,disabled:u,children:u?`Checking…`:`Sign in`})]})]})}var pn=6e4,Y=30*pn,mn=pn;function hn(){let[e,t]=o(Y),[n,r]=o(()=>Date.now());if(a(()=>{let e=n,r=()=>{Date.now()-e<174e4&&(e=Date.now())},i=setInterval(()=>{let n=Y-(Date.now()-e);n<=0?K(`You were signed out after half an hour without activity. What was not saved is kept.`,!0):t(Math.min(n,61e3))},1e3),a=[`pointerdown`,`pointermove`,`keydown`,`wheel`,`touchmove`];for(let e of a)addEventListener(e,r,{passive:!0});return()=>{clearInterval(i);for(let e of a)removeEventListener(e,r)}},[n]),e>mn)return null;let s=()=>{t(Y),r(Date.now())};return i(p,{title:`Are you still there?`,onClose:s,children:[i(`p`,{children:[`You are signed out in `,Math.ceil(e/1e3),` seconds. What is not saved is kept in this browser.`]}),i(`p`,{class:`buttons`,children:[i(`button`,{type:`button`,class:`second`,onClick:()=>K(`You are signed out.`),children:`Sign out`}),i(`button`,{type:`button`,onClick:s,children:`Stay signed in`})]})]})}var X=new Set,gn=`findcare-desk-keys`,Z=new d(localStorage.getItem(gn)!==`off`);function _n(e){a(()=>(X.add(e),()=>void X.delete(e)),[e])}var vn=e=>e instanceof HTMLElement&&(e.isContentEditable||e.matches(`textarea, select, input:not([type=checkbox], [type=radio], [type=button])`)),Q=``;function yn(e,t){if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||vn(e.target)||document.querySelector(`dialog[open]`))return;if(e.key===`?`)return t();if(!Z.get())return;let n=Q?`${Q} ${e.key}`:e.key,r=[...X].flat().flatMap(e=>e.keys.map(t=>({keys:t,shortcut:e})));Q=r.some(({keys:e})=>e.startsWith(`${n} `))?n:``;let i=r.findLast(({keys:e})=>e===n);i&&(e.preventDefault(),i.shortcut.run())}function bn(){let[e,t]=o(!1),[n,r]=o(Z.get());return a(()=>{let e=e=>yn(e,()=>t(!0));return addEventListener(`keydown`,e),()=>removeEventListener(`keydown`,e)},[]),e?i(p,{title:`Keys`,onClose:()=>t(!1),children:[i(`dl`,{class:`keys`,children:[...X].flat().map(({keys:e,label:t})=>i(`div`,{children:[i(`dt`,{children:e.map(e=>i(`kbd`,{children:e},e))}),i(`dd`,{children:t})]},t))}),i(`label`,{class:`check`,children:[i(`input`,{type:`checkbox`,checked:n,onChange:e=>{let t=e.currentTarget.checked;localStorage.setItem(gn,t?`on`:`off`),Z.set(t),r(t)}}),`Keys work`]}),i(`p`,{class:`buttons`,children:i(`button`,{type:`button`,onClick:()=>t(!1),children:`Close`})})]}):null}var $=new d([]),xn=0,Sn=8e3;function Cn(e,{bad:t=!1}={}){let n=++xn;$.set([...$.get().filter(t=>t.text!==e),{id:n,text:e,bad:t}].slice(-4)),t||setTimeout(()=>wn(n),Sn)}var wn=e=>$.set($.get().filter(t=>t.id!==e));function Tn(){let e=f($),t=f(E);return i(`div`,{class:`status`,children:[i(`div`,{role:`alert`,children:!t&&i(`p`,{class:`message bad`,children:`The connection is lost. The desk tries again; what you have typed stays.`})}),i(`div`,{role:`status`,children:e.map(({id:e,text:t,bad:n})=>i(`p`,{class:n?`message bad`:`message`,children:[i(`span`,{children:t}),i(`button`,{type:`button`,class:`plain`,"aria-label":`Close the message`,onClick:()=>wn(e),children:`×`})]},e))})]})}function En(){let e=f(B);return i(c,{children:[e?i(c,{children:[i(dn,{person:e},e.id),i(bn,{}),i(hn,{}),i(te,{})]}):i(fn,{}),i(Tn,{})]})}async function Dn(){await ln(),pe(),t(i(En,{}),document.getElementById(`desk`))}Dn();export{Ut as $,ut as A,ot as B,Dt as C,At as D,kt as E,st as F,lt as G,_t as H,Nt as I,Bt as J,et as K,Pt as L,tt as M,Wt as N,jt as O,$e as P,Kt as Q,St as R,Ht as S,Ot as T,Lt as U,it as V,pt as W,nt as X,dt as Y,ht as Z,yt as _,at as a,ge as at,wt as b,zt as c,C as ct,xt as d,le as dt,Le as et,It as f,p as ft,vt as g,Gt as h,f as ht,B as i,we as it,mt as j,Mt as k,rt as l,x as lt,gt as m,d as mt,_n as n,De as nt,Et as o,w as ot,Vt as p,ee as pt,Ft as q,U as r,_e as rt,I as s,T as st,Cn as t,ye as tt,ct as u,de as ut,bt as v,ft as w,Ct as x,Tt as y,Qe as z};