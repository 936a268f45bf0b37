const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["assets/Document-DXbQO4PP.js","assets/Page-YFs8TguC.js","assets/ServerHTML-CQCHblNC.js","assets/useQuery-BfLLVGVd.js","assets/Document-Bg8HkyEJ.css","assets/Front-BfpeUBcG.js","assets/copies-W9PKX6ao.js","assets/words-B0Dp0XKT.js","assets/Help-C02lKBlH.js","assets/Tokens-Bt7u65i4.js","assets/Imports-wQpkEIEH.js","assets/WorkingCopies-4b-_TK5j.js","assets/List-BGoROWcE.js","assets/key-BCXhcnyZ.js","assets/Reports-AXEd1CIJ.js","assets/Duplicates-mlZUw1VS.js"])))=>i.map(i=>d[i]);
import{a as e,d as t,i as n,l as r,n as i,r as a,s as o,t as s,u as c}from"./Page-YFs8TguC.js";var l=Object.defineProperty,u=(e,t)=>{let n={};for(var r in e)l(n,r,{get:e[r],enumerable:!0});return t||l(n,Symbol.toStringTag,{value:`Module`}),n},d=class{value;listeners=new Set;constructor(e){this.value=e}get(){return this.value}set(e){if(!Object.is(e,this.value)){this.value=e;for(let t of[...this.listeners])t(e)}}listen(e){return this.listeners.add(e),()=>this.listeners.delete(e)}};function f(e){let[t,n]=o(e.get());return a(()=>(n(()=>e.get()),e.listen(e=>n(()=>e))),[e]),t}function p({title:t,onClose:r,children:o,wide:s}){let c=e(null),l=n();return a(()=>{let e=document.activeElement;return c.current?.showModal(),()=>e?.isConnected&&e.focus()},[]),i(`dialog`,{ref:c,class:s?`wide`:void 0,"aria-labelledby":l,onCancel:e=>{e.preventDefault(),r()},children:[i(`h2`,{id:l,children:t}),o]})}var m=new d(null);function ee(e,t,n){return m.get()?.answer(!1),new Promise(r=>{m.set({title:e,text:t,yes:n,answer:e=>{m.set(null),r(e)}})})}function te(){let e=f(m);return e?i(p,{title:e.title,onClose:()=>e.answer(!1),children:[i(`p`,{children:e.text}),i(`p`,{class:`buttons`,children:[i(`button`,{type:`button`,class:`second`,onClick:()=>e.answer(!1),children:`Stay`}),i(`button`,{type:`button`,onClick:()=>e.answer(!0),children:e.yes})]})]},e.title):null}var ne=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),re=function(e){return`/desk/`+e},ie={},ae=function(e){return e.pathname.endsWith(`.css`)},oe=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},h=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=re(t,n);let r=s(t),i=ae(r);return oe(ie,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:ne,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})},se=()=>h(()=>import(`./Document-DXbQO4PP.js`),__vite__mapDeps([0,1,2,3,4])),ce=[{path:`/desk`,load:()=>h(()=>import(`./Front-BfpeUBcG.js`),__vite__mapDeps([5,6,1,3,7]))},{path:`/desk/help`,load:()=>h(()=>import(`./Help-C02lKBlH.js`),__vite__mapDeps([8,1,2]))},{path:`/desk/tokens`,load:()=>h(()=>import(`./Tokens-Bt7u65i4.js`),__vite__mapDeps([9,1,3,7])),role:`ADMIN`},{path:`/desk/imports`,load:()=>h(()=>import(`./Imports-wQpkEIEH.js`),__vite__mapDeps([10,1])),role:`EDITOR`},{path:`/desk/working-copies`,load:()=>h(()=>import(`./WorkingCopies-4b-_TK5j.js`),__vite__mapDeps([11,1,3,7,12,13,6]))},{path:`/desk/reports`,load:()=>h(()=>import(`./Reports-AXEd1CIJ.js`),__vite__mapDeps([14,1,3,7]))},{path:`/desk/duplicates`,load:()=>h(()=>import(`./Duplicates-mlZUw1VS.js`),__vite__mapDeps([15,13,1,3,7]))},{path:`/desk/:kind`,load:()=>h(()=>import(`./List-BGoROWcE.js`),__vite__mapDeps([12,1,7,13]))},{path:`/desk/:kind/:id`,load:se},{path:`/desk/:kind/:id/:view`,load:se}],g=()=>({path:location.pathname,search:location.search}),_=new d(g()),v=new Set;function le(e){a(()=>(v.add(e),()=>void v.delete(e)),[e])}var y=()=>[...v].some(e=>e()),b=async()=>!y()||await ee(`Leave without saving?`,`What you have changed here is not saved yet.`,`Leave`),x=0;async function S(e,{replace:t=!1}={}){let n=new URL(e,location.href);(n.pathname===location.pathname||await b())&&(t?history.replaceState({entry:x},``,n):history.pushState({entry:++x},``,n),n.pathname!==_.get().path&&scrollTo(0,0),_.set(g()))}function ue(e,{replace:t=!0}={}){let n=new URLSearchParams(location.search);for(let[t,r]of Object.entries(e)){n.delete(t);for(let e of[r??[]].flat())e&&n.append(t,e)}S(`${location.pathname}${n.size?`?${n}`:``}`,{replace:t})}var C=!1;async function de(){let e=history.state?.entry;if(e===void 0)return history.replaceState({entry:++x},``);if(C){C=!1;return}let t=e-x;if(location.pathname!==_.get().path&&y()){if(C=!0,history.go(-t),!await b())return;v.clear(),history.go(t)}else x=e,_.set(g())}function fe(){x=history.state?.entry??0,history.replaceState({entry:x},``),_.set(g()),addEventListener(`popstate`,()=>void de()),addEventListener(`beforeunload`,e=>{y()&&e.preventDefault()})}function pe(e,t){let n=t.replace(/\/$/,``).split(`/`);for(let t of e){let e=t.path.split(`/`);if(e.length!==n.length||!e.every((e,t)=>e.startsWith(`:`)?n[t]!==``:e===n[t]))continue;let r=e.flatMap((e,t)=>e.startsWith(`:`)?[[e.slice(1),decodeURIComponent(n[t])]]:[]);return{route:t,params:Object.fromEntries(r)}}return null}function w({href:e,children:t,...n}){return i(`a`,{...n,href:e,onClick:t=>{t.defaultPrevented||t.button!==0||t.ctrlKey||t.metaKey||t.shiftKey||t.altKey||(t.preventDefault(),S(e))},children:t})}function me({route:e,params:t,search:n}){let[s,c]=o(null),l=r(()=>new URLSearchParams(n),[n]);return a(()=>{let t=!0;return e.load().then(({default:n})=>t&&c({route:e,page:n}),()=>t&&c({route:e})),()=>void(t=!1)},[e]),s?.route===e?s.page?i(s.page,{params:t,search:l}):i(`p`,{class:`problem`,role:`alert`,children:[`This page cannot be loaded: the connection is lost, or the server has a newer version. `,i(`a`,{href:location.href,children:`Load it anew`}),`.`]}):i(`p`,{class:`loading`,children:`Loading…`})}var T=class extends Error{code;constructor(e,t){super(e),this.code=t,this.name=`ServerError`}},he=class extends Error{constructor(){super(`The connection to the server was lost, so it is not known whether this was done.`),this.name=`ConnectionLost`}};function E(e){let t=e instanceof Error?e.message:String(e);return t.slice(0,1).toUpperCase()+t.slice(1)}var D=new d(!0),O={token:``,renew:()=>Promise.resolve(!1),refused:()=>{}};async function ge(e,t,n={}){let{data:r,errors:i}=await _e(e,t,n);if(i[0])throw be(i[0]);return r}async function _e(e,t,n={}){let{data:r,errors:i=[]}=await(await Ce(`/graphql`,ve(e,t),{...n,repeatable:ye(e.kind,t)})).json();if(!r)throw i[0]?be(i[0]):new T(`the server gave no answer`,``);return{data:r,errors:i}}function ve(e,t){return{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},body:JSON.stringify({query:e.document,operationName:e.name,variables:t})}}function ye(e,t){return e===`query`||t?.idempotencyKey!==void 0}function be({message:e,extensions:t}){return new T(e,t?.code??``)}var xe=8,Se=3e4;async function Ce(e,t,{signal:n,token:r,repeatable:i=!1}={}){for(let a=1;;a++){let o=r??O.token,s=await we(e,t,o,n),c=a===xe||!i;if(!s){if(c)throw new he}else if(s.status===401&&r===void 0){if(a>1||!await O.renew())return o===O.token&&O.refused(),s;continue}else if(c||s.status!==503&&s.status!==429)return s;await Ee(Te(s,a),n)}}async function we(e,t,n,r){let i=new Headers(t.headers);n&&i.set(`Authorization`,`Bearer ${n}`);try{let n=await fetch(e,{...t,headers:i,signal:r,credentials:`omit`,cache:`no-store`});return D.set(!0),n}catch(e){if(r?.aborted)throw e;return D.set(!1),null}}function Te(e,t){let n=Number(e?.headers.get(`Retry-After`));return Math.min(n>0?n*1e3:500*2**(t-1),Se)}function Ee(e,t){return new Promise((n,r)=>{let i=()=>{clearTimeout(a),removeEventListener(`online`,i),t?.removeEventListener(`abort`,i),t?.aborted?r(t.reason):n()},a=setTimeout(i,e);addEventListener(`online`,i),t?.addEventListener(`abort`,i)})}var k=`# Changes of whole documents, which the public sees at once. Each gives what was done under the same names.
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
`,De=`# A page of the list of articles.
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
`,A=`# What is done with one document of those that are selected in a list.
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
`,j=`# What the page of a document shows.
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
`,Oe=`# Pairs of providers that look like one.
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
`,ke=`# What waits, what is overdue, and what failed.
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
`,M=`# Who has changed a document, when and what.
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
`,Ae=`# The names of documents that others refer to.
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
`,je=`# An article as the server renders it: its working copy and, where none is open, the article itself.
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
`,Me=`# What the list of providers can be narrowed by.
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
`,Ne=`# A page of the list of providers, as the public finds them.
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
`,Pe=`# What readers reported.
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
`,Fe=`# Who the token says that somebody is.
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
`,Ie=u({ArticleList:()=>it,Choose:()=>St,ConditionList:()=>Pt,ConfirmOne:()=>nt,ConfirmProvider:()=>st,ContentAt:()=>yt,CreateCondition:()=>Le,CreateCredential:()=>Ve,CreateInsurer:()=>Ue,CreateToken:()=>jt,CreateTreatment:()=>ze,CredentialList:()=>It,DeleteArticle:()=>Ke,DeleteCondition:()=>qe,DeleteCredential:()=>Ye,DeleteInsurer:()=>Xe,DeleteProvider:()=>Ge,DeleteTreatment:()=>Je,DiscardCopy:()=>mt,DiscardWorkingCopies:()=>Bt,Duplicates:()=>gt,Front:()=>_t,History:()=>vt,InsurerList:()=>Lt,Names:()=>xt,OneDocument:()=>ut,Preview:()=>Ct,ProviderFacets:()=>wt,ProviderFacetsInState:()=>Tt,ProviderList:()=>Et,ProvidersInState:()=>Dt,PublishArticle:()=>lt,PublishCopy:()=>ft,PublishOne:()=>et,PublishWorkingCopies:()=>zt,ReinstateOne:()=>Qe,ReinstateProvider:()=>ot,Reports:()=>Ot,ResolveReport:()=>kt,RestoreRevision:()=>bt,RetireOne:()=>Ze,RetireProvider:()=>at,ReviewArticle:()=>rt,ReviewCopy:()=>ht,RevokeToken:()=>Mt,SaveCopy:()=>dt,SubmitArticle:()=>ct,SubmitOne:()=>$e,Tokens:()=>At,TreatmentList:()=>Ft,UnpublishArticle:()=>I,UnpublishOne:()=>tt,UnscheduleCopy:()=>pt,UnscheduleWorkingCopy:()=>Vt,UpdateCondition:()=>Re,UpdateCredential:()=>He,UpdateInsurer:()=>We,UpdateTreatment:()=>Be,Viewer:()=>Nt,WorkingCopyList:()=>Rt}),Le={document:k,name:`CreateCondition`,kind:`mutation`},Re={document:k,name:`UpdateCondition`,kind:`mutation`},ze={document:k,name:`CreateTreatment`,kind:`mutation`},Be={document:k,name:`UpdateTreatment`,kind:`mutation`},Ve={document:k,name:`CreateCredential`,kind:`mutation`},He={document:k,name:`UpdateCredential`,kind:`mutation`},Ue={document:k,name:`CreateInsurer`,kind:`mutation`},We={document:k,name:`UpdateInsurer`,kind:`mutation`},Ge={document:k,name:`DeleteProvider`,kind:`mutation`},Ke={document:k,name:`DeleteArticle`,kind:`mutation`},qe={document:k,name:`DeleteCondition`,kind:`mutation`},Je={document:k,name:`DeleteTreatment`,kind:`mutation`},Ye={document:k,name:`DeleteCredential`,kind:`mutation`},Xe={document:k,name:`DeleteInsurer`,kind:`mutation`},Ze={document:k,name:`RetireOne`,kind:`mutation`},Qe={document:k,name:`ReinstateOne`,kind:`mutation`},$e={document:k,name:`SubmitOne`,kind:`mutation`},et={document:k,name:`PublishOne`,kind:`mutation`},tt={document:k,name:`UnpublishOne`,kind:`mutation`},nt={document:k,name:`ConfirmOne`,kind:`mutation`},rt={document:k,name:`ReviewArticle`,kind:`mutation`},it={document:De,name:`ArticleList`,kind:`query`},at={document:A,name:`RetireProvider`,kind:`mutation`},ot={document:A,name:`ReinstateProvider`,kind:`mutation`},st={document:A,name:`ConfirmProvider`,kind:`mutation`},ct={document:A,name:`SubmitArticle`,kind:`mutation`},lt={document:A,name:`PublishArticle`,kind:`mutation`},I={document:A,name:`UnpublishArticle`,kind:`mutation`},ut={document:j,name:`OneDocument`,kind:`query`},dt={document:j,name:`SaveCopy`,kind:`mutation`},ft={document:j,name:`PublishCopy`,kind:`mutation`},pt={document:j,name:`UnscheduleCopy`,kind:`mutation`},mt={document:j,name:`DiscardCopy`,kind:`mutation`},ht={document:j,name:`ReviewCopy`,kind:`mutation`},gt={document:Oe,name:`Duplicates`,kind:`query`},_t={document:ke,name:`Front`,kind:`query`},vt={document:M,name:`History`,kind:`query`},yt={document:M,name:`ContentAt`,kind:`query`},bt={document:M,name:`RestoreRevision`,kind:`mutation`},xt={document:Ae,name:`Names`,kind:`query`},St={document:Ae,name:`Choose`,kind:`query`},Ct={document:je,name:`Preview`,kind:`query`},wt={document:Me,name:`ProviderFacets`,kind:`query`},Tt={document:Me,name:`ProviderFacetsInState`,kind:`query`},Et={document:Ne,name:`ProviderList`,kind:`query`},Dt={document:Ne,name:`ProvidersInState`,kind:`query`},Ot={document:Pe,name:`Reports`,kind:`query`},kt={document:Pe,name:`ResolveReport`,kind:`mutation`},At={document:N,name:`Tokens`,kind:`query`},jt={document:N,name:`CreateToken`,kind:`mutation`},Mt={document:N,name:`RevokeToken`,kind:`mutation`},Nt={document:Fe,name:`Viewer`,kind:`query`},Pt={document:P,name:`ConditionList`,kind:`query`},Ft={document:P,name:`TreatmentList`,kind:`query`},It={document:P,name:`CredentialList`,kind:`query`},Lt={document:P,name:`InsurerList`,kind:`query`},Rt={document:F,name:`WorkingCopyList`,kind:`query`},zt={document:F,name:`PublishWorkingCopies`,kind:`mutation`},Bt={document:F,name:`DiscardWorkingCopies`,kind:`mutation`},Vt={document:F,name:`UnscheduleWorkingCopy`,kind:`mutation`},Ht=document.querySelector(`meta[name="desk-settings"]`)?.content,L=Ht?JSON.parse(Ht):{},Ut=`/desk/signed-in`,R=`findcare-desk-attempt`;async function Wt(){let{issuer:e}=L.oidc,t=await(await fetch(`${e.replace(/\/$/,``)}/.well-known/openid-configuration`,{credentials:`omit`})).json();if(t.issuer!==e)throw Error(`the provider says that it is ${t.issuer}, not ${e}`);return t}var Gt=e=>btoa(String.fromCharCode(...e)).replaceAll(`+`,`-`).replaceAll(`/`,`_`).replaceAll(`=`,``),z=()=>Gt(crypto.getRandomValues(new Uint8Array(32)));async function Kt(e){if(!globalThis.isSecureContext)throw Error(`signing in needs https`);let{clientId:t,scope:n,audience:r}=L.oidc,i=await Wt(),a={state:z(),nonce:z(),verifier:z(),tokenEndpoint:i.token_endpoint,to:location.pathname+location.search};sessionStorage.setItem(R,JSON.stringify(a));let o=await crypto.subtle.digest(`SHA-256`,new TextEncoder().encode(a.verifier)),s=new URL(i.authorization_endpoint);for(let[i,c]of Object.entries({response_type:`code`,client_id:t,redirect_uri:location.origin+Ut,scope:n,state:a.state,nonce:a.nonce,code_challenge:Gt(new Uint8Array(o)),code_challenge_method:`S256`,...r===t?{}:{audience:r},...e?{prompt:`login`}:{}}))s.searchParams.set(i,c);location.assign(s)}async function qt(){let e=new URLSearchParams(location.search),t=sessionStorage.getItem(R);if(sessionStorage.removeItem(R),history.replaceState(null,``,`/desk`),!t)throw Error(`this tab did not ask to sign in`);let n=JSON.parse(t);if(e.get(`state`)!==n.state)throw Error(`the answer is not to what this tab asked`);if((e.get(`iss`)??L.oidc.issuer)!==L.oidc.issuer)throw Error(`the answer is of another provider`);let r=e.get(`code`);if(!r)throw Error(`the provider says: ${e.get(`error_description`)??e.get(`error`)??`no code`}`);return{tokens:await Yt(n.tokenEndpoint,n.nonce,{grant_type:`authorization_code`,code:r,redirect_uri:location.origin+Ut,code_verifier:n.verifier}),to:n.to}}async function Jt(e){let{token_endpoint:t}=await Wt();return{refresh:e,...await Yt(t,null,{grant_type:`refresh_token`,refresh_token:e})}}async function Yt(e,t,n){let r=await fetch(e,{method:`POST`,body:new URLSearchParams({...n,client_id:L.oidc.clientId}),credentials:`omit`}),i=await r.json();if(!r.ok)throw Error(`the provider says: ${i.error_description??i.error??r.status}`);if(i.id_token)Xt(i.id_token,t);else if(t!==null)throw Error(`the provider gave no ID token`);let a=[i.access_token,i.id_token].find(e=>e&&Zt(e).includes(L.oidc.audience));if(!a)throw Error(`the provider gave no token for ${L.oidc.audience}`);return{token:a,...i.refresh_token?{refresh:i.refresh_token}:{}}}function Xt(e,t){let n=Qt(e);if(n.iss!==L.oidc.issuer)throw Error(`the ID token is of another provider`);if(!Zt(e).includes(L.oidc.clientId))throw Error(`the ID token is for another client`);if(t!==null&&n.nonce!==t)throw Error(`the ID token is not for what this tab asked`)}var Zt=e=>[Qt(e).aud].flat();function Qt(e){let[,t=``,n]=e.split(`.`);if(n===void 0)return{};let r=Uint8Array.from(atob(t.replaceAll(`-`,`+`).replaceAll(`_`,`/`)),e=>e.charCodeAt(0));return JSON.parse(new TextDecoder().decode(r))}var B=new d(null),V=new d({why:``,anew:!1}),H=`findcare-desk-tokens`,$t=[`VIEWER`,`EDITOR`,`REVIEWER`,`ADMIN`];function U(e,t=B.get()){return t!==null&&$t.indexOf(t.role)>=$t.indexOf(e)}async function W(e){let{viewer:t}=await ge(Nt,{},{token:e.token});en(e),V.set({why:``,anew:!1}),B.set(t)}function en(e){sessionStorage.setItem(H,JSON.stringify(e)),O.token=e.token}var G=()=>JSON.parse(sessionStorage.getItem(H)??`null`);function K(e,t=!1){sessionStorage.removeItem(H),O.token=``,V.set({why:e,anew:t}),B.set(null)}var q=`Your session is over. Sign in again to go on where you were.`,J=null;function tn(){return J??=nn().finally(()=>J=null),J}async function nn(){let e=G();if(!e?.refresh)return!1;try{return en(await Jt(e.refresh)),!0}catch{return!1}}async function rn(){if(O.renew=tn,O.refused=()=>B.get()&&K(q),location.pathname===`/desk/signed-in`){try{let{tokens:e,to:t}=await qt();await W(e),history.replaceState(null,``,t)}catch(e){K(`You could not be signed in: ${e instanceof Error?e.message:String(e)}.`)}return}let e=G();if(e)try{await W(e)}catch(e){!(e instanceof T)||e.code!==`UNAUTHENTICATED`?V.set({why:E(e),anew:!1}):await tn()?await W(G()).catch(()=>K(q)):K(q)}}var an=[{href:`/desk/providers`,label:`Providers`},{href:`/desk/articles`,label:`Articles`},{href:`/desk/conditions`,label:`Conditions`},{href:`/desk/treatments`,label:`Treatments`},{href:`/desk/credentials`,label:`Credentials`},{href:`/desk/insurers`,label:`Insurers`},{href:`/desk/working-copies`,label:`Working copies`},{href:`/desk/reports`,label:`Reports`},{href:`/desk/duplicates`,label:`Duplicates`},{href:`/desk/imports`,label:`Imports`,role:`EDITOR`},{href:`/desk/tokens`,label:`Tokens`,role:`ADMIN`},{href:`/desk/help`,label:`Help`}];function on({person:e}){let{path:t,search:n}=f(_),r=pe(ce,t);return i(c,{children:[i(`a`,{class:`skip`,href:`#main`,children:`Skip to the content`}),i(`header`,{class:`desk`,children:[i(w,{class:`brand`,href:`/desk`,children:`findcare desk`}),i(`nav`,{"aria-label":`Desk`,children:i(`ul`,{children:an.filter(({role:t})=>U(t??`VIEWER`,e)).map(({href:e,label:n})=>i(`li`,{children:i(w,{href:e,"aria-current":t===e?`page`:t.startsWith(`${e}/`)?`true`:void 0,children:n})},e))})}),i(`div`,{class:`who`,children:[i(`span`,{children:[e.name,` `,i(`span`,{class:`badge`,children:e.role.toLowerCase()})]}),i(`button`,{type:`button`,class:`second`,onClick:()=>K(`You are signed out.`),children:`Sign out`})]})]}),i(`main`,{id:`main`,tabIndex:-1,children:r?U(r.route.role??`VIEWER`,e)?i(me,{...r,search:n},t):i(s,{title:`Not for your role`,children:i(`p`,{children:[`This page is for those with the role `,r.route.role?.toLowerCase(),`.`]})}):i(s,{title:`Page not found`,children:i(`p`,{children:`The address may be mistyped.`})})})]})}function sn(){let{why:t,anew:n}=f(V),[r,s]=o(``),[c,l]=o(``),[u,d]=o(!1),p=e(null);a(()=>{document.title=`Sign in - Desk - findcare`,L.oidc||p.current?.focus()},[]);async function m(e){d(!0),l(``);try{await e()}catch(e){l(E(e)),d(!1)}}return i(`main`,{class:`sign-in`,id:`main`,children:[i(`h1`,{children:`Sign in to the desk`}),t&&i(`p`,{role:`status`,children:t}),i(`p`,{class:`problem`,role:`alert`,hidden:!c,id:`sign-in-problem`,children:c}),L.oidc&&i(`p`,{children:i(`button`,{type:`button`,disabled:u,onClick:()=>void m(()=>Kt(n)),children:[`Sign in at `,new URL(L.oidc.issuer).host]})}),i(`form`,{onSubmit:e=>{e.preventDefault(),m(()=>W({token:r.trim()}))},children:[i(`label`,{for:`token`,children:L.oidc?`Or with a token`:`Token`}),i(`input`,{ref:p,id:`token`,type:`password`,autocomplete:`off`,spellcheck:!1,required:!0,value:r,"aria-describedby":`token-help sign-in-problem`,"aria-invalid":c!==``,onInput:e=>s(e.currentTarget.value)}),i(`p`,{id:`token-help`,class:`soft`,children:`An administrator makes one for you. It stays in this tab, and is forgotten when you close it.`}),i(`button`,{type:`submit`,class:L.oidc?`second`:void 0,disabled:u,children:u?`Checking…`:`Sign in`})]})]})}var cn=6e4,Y=30*cn,ln=cn;function un(){let[e,t]=o(Y),[n,r]=o(()=>Date.now());if(a(()=>{let e=n,r=()=>{Date.now()-e<174e4&&(e=Date.now())},i=setInterval(()=>{let n=Y-(Date.now()-e);n<=0?K(`You were signed out after half an hour without activity. What was not saved is kept.`,!0):t(Math.min(n,61e3))},1e3),a=[`pointerdown`,`pointermove`,`keydown`,`wheel`,`touchmove`];for(let e of a)addEventListener(e,r,{passive:!0});return()=>{clearInterval(i);for(let e of a)removeEventListener(e,r)}},[n]),e>ln)return null;let s=()=>{t(Y),r(Date.now())};return i(p,{title:`Are you still there?`,onClose:s,children:[i(`p`,{children:[`You are signed out in `,Math.ceil(e/1e3),` seconds. What is not saved is kept in this browser.`]}),i(`p`,{class:`buttons`,children:[i(`button`,{type:`button`,class:`second`,onClick:()=>K(`You are signed out.`),children:`Sign out`}),i(`button`,{type:`button`,onClick:s,children:`Stay signed in`})]})]})}var X=new Set,dn=`findcare-desk-keys`,Z=new d(localStorage.getItem(dn)!==`off`);function fn(e){a(()=>(X.add(e),()=>void X.delete(e)),[e])}var pn=e=>e instanceof HTMLElement&&(e.isContentEditable||e.matches(`textarea, select, input:not([type=checkbox], [type=radio], [type=button])`)),Q=``;function mn(e,t){if(e.defaultPrevented||e.ctrlKey||e.metaKey||e.altKey||pn(e.target)||document.querySelector(`dialog[open]`))return;if(e.key===`?`)return t();if(!Z.get())return;let n=Q?`${Q} ${e.key}`:e.key,r=[...X].flat().flatMap(e=>e.keys.map(t=>({keys:t,shortcut:e})));Q=r.some(({keys:e})=>e.startsWith(`${n} `))?n:``;let i=r.findLast(({keys:e})=>e===n);i&&(e.preventDefault(),i.shortcut.run())}function hn(){let[e,t]=o(!1),[n,r]=o(Z.get());return a(()=>{let e=e=>mn(e,()=>t(!0));return addEventListener(`keydown`,e),()=>removeEventListener(`keydown`,e)},[]),e?i(p,{title:`Keys`,onClose:()=>t(!1),children:[i(`dl`,{class:`keys`,children:[...X].flat().map(({keys:e,label:t})=>i(`div`,{children:[i(`dt`,{children:e.map(e=>i(`kbd`,{children:e},e))}),i(`dd`,{children:t})]},t))}),i(`label`,{class:`check`,children:[i(`input`,{type:`checkbox`,checked:n,onChange:e=>{let t=e.currentTarget.checked;localStorage.setItem(dn,t?`on`:`off`),Z.set(t),r(t)}}),`Keys work`]}),i(`p`,{class:`buttons`,children:i(`button`,{type:`button`,onClick:()=>t(!1),children:`Close`})})]}):null}var $=new d([]),gn=0,_n=8e3;function vn(e,{bad:t=!1}={}){let n=++gn;$.set([...$.get().filter(t=>t.text!==e),{id:n,text:e,bad:t}].slice(-4)),t||setTimeout(()=>yn(n),_n)}var yn=e=>$.set($.get().filter(t=>t.id!==e));function bn(){let e=f($),t=f(D);return i(`div`,{class:`status`,children:[i(`div`,{role:`alert`,children:!t&&i(`p`,{class:`message bad`,children:`The connection is lost. The desk tries again; what you have typed stays.`})}),i(`div`,{role:`status`,children:e.map(({id:e,text:t,bad:n})=>i(`p`,{class:n?`message bad`:`message`,children:[i(`span`,{children:t}),i(`button`,{type:`button`,class:`plain`,"aria-label":`Close the message`,onClick:()=>yn(e),children:`×`})]},e))})]})}function xn(){let e=f(B);return i(c,{children:[e?i(c,{children:[i(on,{person:e},e.id),i(hn,{}),i(un,{}),i(te,{})]}):i(sn,{}),i(bn,{})]})}async function Sn(){await rn(),fe(),t(i(xn,{}),document.getElementById(`desk`))}Sn();export{E as $,Qe as A,dt as B,Tt as C,ft as D,lt as E,Ze as F,I as G,$e as H,at as I,Vt as J,tt as K,rt as L,Ot as M,kt as N,et as O,bt as P,he as Q,ht as R,wt as S,Dt as T,At as U,ct as V,Ft as W,Ie as X,Rt as Y,ge as Z,vt as _,it as a,ee as at,ut as b,nt as c,jt as d,w as et,It as f,_t as g,gt as h,B as i,p as it,ot as j,zt as k,st as l,Bt as m,fn as n,ue as nt,St as o,d as ot,mt as p,pt as q,U as r,le as rt,Pt as s,f as st,vn as t,S as tt,yt as u,Lt as v,Et as w,Ct as x,xt as y,Mt as z};