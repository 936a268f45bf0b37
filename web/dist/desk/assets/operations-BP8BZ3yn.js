import{c as e,r as t}from"./Page-paI5vWaA.js";var n=Object.defineProperty,r=(e,t)=>{let r={};for(var i in e)n(r,i,{get:e[i],enumerable:!0});return t||n(r,Symbol.toStringTag,{value:`Module`}),r},i=class{value;listeners=new Set;constructor(e){this.value=e}get(){return this.value}set(e){if(!Object.is(e,this.value)){this.value=e;for(let t of[...this.listeners])t(e)}}listen(e){return this.listeners.add(e),()=>this.listeners.delete(e)}};function a(n){let[r,i]=e(n.get());return t(()=>(i(()=>n.get()),n.listen(e=>i(()=>e))),[n]),r}var o=class extends Error{code;constructor(e,t){super(e),this.code=t,this.name=`ServerError`}},ee=class extends Error{constructor(){super(`The connection to the server was lost, so it is not known whether this was done.`),this.name=`ConnectionLost`}};function s(e){let t=e instanceof Error?e.message:String(e);return t.slice(0,1).toUpperCase()+t.slice(1)}function c(e){return e.map(({message:e})=>e).join(`; `)}var l=new i(!0),u={token:``,renew:()=>Promise.resolve(!1),refused:()=>{}};async function te(e,t,n={}){let{data:r,errors:i}=await ne(e,t,n);if(i[0])throw f(i[0]);return r}async function ne(e,t,n={}){let{data:r,errors:i=[]}=await(await p(`/graphql`,d(e,t),{...n,repeatable:re(e.kind,t)})).json();if(!r)throw i[0]?f(i[0]):new o(`the server gave no answer`,``);return{data:r,errors:i}}function d(e,t){return{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},body:JSON.stringify({query:e.document,operationName:e.name,variables:t})}}function re(e,t){return e===`query`||t?.idempotencyKey!==void 0}function f({message:e,extensions:t}){return new o(e,t?.code??``)}var ie=8,ae=3e4;async function p(e,t,{signal:n,token:r,repeatable:i=!1}={}){for(let a=1;;a++){let o=r??u.token,s=await m(e,t,o,n),c=a===ie||!i;if(!s){if(c)throw new ee}else if(s.status===401&&r===void 0){if(a>1||!await u.renew())return o===u.token&&u.refused(),s;continue}else if(c||s.status!==503&&s.status!==429)return s;await g(ce(s,a),n)}}async function m(e,t,n,r){let i=new Headers(t.headers);n&&i.set(`Authorization`,`Bearer ${n}`);try{let n=await fetch(e,{...t,headers:i,signal:r,credentials:`omit`,cache:`no-store`});return l.set(!0),n}catch(e){if(r?.aborted)throw e;return l.set(!1),se(),null}}var oe=3e3,h=!1;async function se(){if(!h){for(h=!0;!l.get();)await g(oe),await m(`/desk`,{method:`HEAD`},``);h=!1}}function ce(e,t){let n=Number(e?.headers.get(`Retry-After`));return Math.min(n>0?n*1e3:500*2**(t-1),ae)}function g(e,t){return new Promise((n,r)=>{let i=()=>{clearTimeout(a),removeEventListener(`online`,i),t?.removeEventListener(`abort`,i),t?.aborted?r(t.reason):n()},a=setTimeout(i,e);addEventListener(`online`,i),t?.addEventListener(`abort`,i)})}var _=`# Changes of whole documents, which the public sees at once. Each gives what was done under the same names.
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
`,le=`# A page of the list of articles.
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
`,v=`# What is done with one document of those that are selected in a list.
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
`,y=`# What the page of a document shows.
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
`,ue=`# Pairs of providers that look like one.
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
`,de=`# Files that are being brought in, and those that were not.
query FrontImports {
  imports(first: 10) { id file dryRun status startedAt done total message }
}
`,fe=`# What waits, what is overdue, and what failed.
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
`,b=`# Who has changed a document, when and what.
query History($id: ID!, $first: Int!, $after: String) {
  revisions(id: $id, first: $first, after: $after) {
    nodes {
      revision
      at
      action
      operation
      by
      name
      differences { field before after }
    }
    pageInfo { hasNextPage endCursor }
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
`,x=`# Files that are brought in.
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
`,S=`# The names of documents that others refer to.
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
`,pe=`# An article as the server renders it: its working copy and, where none is open, the article itself.
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
`,C=`# What the list of providers can be narrowed by.
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
`,w=`# A page of the list of providers, as the public finds them.
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
`,me=`# What another tool wrote into the database, and nobody is shown.
query Quarantine($first: Int!) {
  quarantine(first: $first) {
    totalCount
    documents { kind id problem { message field } }
  }
}
`,T=`# What readers reported.
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
`,E=`# Who may do what.
query Tokens($after: String) {
  apiTokens(first: 100, after: $after) {
    nodes { id name role createdAt expiresAt revokedAt lastUsedOn }
    pageInfo { hasNextPage endCursor }
    totalCount
  }
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
`,he=`# Who the token says that somebody is.
query Viewer {
  viewer { id name role }
}
`,D=`# The words that providers are described with, and the companies that pay.
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
`,O=`# Who is told that the directory has changed.
query Webhooks {
  webhooks { id url name createdAt lastDeliveredAt failingSince failures lastFailure nextAttemptAt }
}

mutation CreateWebhook($url: String!, $name: String!) {
  createWebhook(url: $url, name: $name) {
    secret
    userErrors { message field }
  }
}

mutation SendWebhook($id: ID!) {
  sendWebhook(id: $id) { userErrors { message } }
}

mutation DeleteWebhook($id: ID!) {
  deleteWebhook(id: $id) { userErrors { message } }
}
`,k=`# A page of the working copies that are open.
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
`,ge=r({ArticleList:()=>L,CancelImport:()=>Re,Choose:()=>Be,ConditionList:()=>Qe,ConfirmOne:()=>F,ConfirmProvider:()=>je,ContentAt:()=>Ne,CreateCondition:()=>_e,CreateCredential:()=>xe,CreateInsurer:()=>Ce,CreateToken:()=>Q,CreateTreatment:()=>ye,CreateWebhook:()=>rt,CredentialList:()=>et,DeleteArticle:()=>Ee,DeleteCondition:()=>De,DeleteCredential:()=>ke,DeleteInsurer:()=>Ae,DeleteProvider:()=>Te,DeleteTreatment:()=>Oe,DeleteWebhook:()=>at,DiscardCopy:()=>q,DiscardWorkingCopies:()=>ct,Duplicates:()=>Y,Front:()=>Z,FrontImports:()=>X,History:()=>Me,ImportProgress:()=>Le,ImportResult:()=>Ie,Imports:()=>Fe,InsurerList:()=>tt,Names:()=>ze,OneDocument:()=>U,Preview:()=>Ve,ProviderFacets:()=>He,ProviderFacetsInState:()=>Ue,ProviderList:()=>We,ProvidersInState:()=>Ge,PublishArticle:()=>V,PublishCopy:()=>G,PublishOne:()=>N,PublishWorkingCopies:()=>st,Quarantine:()=>Ke,ReinstateOne:()=>j,ReinstateProvider:()=>z,Reports:()=>qe,ResolveReport:()=>Je,RestoreRevision:()=>Pe,RetireOne:()=>A,RetireProvider:()=>R,ReviewArticle:()=>I,ReviewCopy:()=>J,RevokeToken:()=>Xe,SaveCopy:()=>W,SendWebhook:()=>it,SubmitArticle:()=>B,SubmitOne:()=>M,Tokens:()=>Ye,TreatmentList:()=>$e,UnpublishArticle:()=>H,UnpublishOne:()=>P,UnscheduleCopy:()=>K,UnscheduleWorkingCopy:()=>$,UpdateCondition:()=>ve,UpdateCredential:()=>Se,UpdateInsurer:()=>we,UpdateTreatment:()=>be,Viewer:()=>Ze,Webhooks:()=>nt,WorkingCopyList:()=>ot}),_e={document:_,name:`CreateCondition`,kind:`mutation`},ve={document:_,name:`UpdateCondition`,kind:`mutation`},ye={document:_,name:`CreateTreatment`,kind:`mutation`},be={document:_,name:`UpdateTreatment`,kind:`mutation`},xe={document:_,name:`CreateCredential`,kind:`mutation`},Se={document:_,name:`UpdateCredential`,kind:`mutation`},Ce={document:_,name:`CreateInsurer`,kind:`mutation`},we={document:_,name:`UpdateInsurer`,kind:`mutation`},Te={document:_,name:`DeleteProvider`,kind:`mutation`},Ee={document:_,name:`DeleteArticle`,kind:`mutation`},De={document:_,name:`DeleteCondition`,kind:`mutation`},Oe={document:_,name:`DeleteTreatment`,kind:`mutation`},ke={document:_,name:`DeleteCredential`,kind:`mutation`},Ae={document:_,name:`DeleteInsurer`,kind:`mutation`},A={document:_,name:`RetireOne`,kind:`mutation`},j={document:_,name:`ReinstateOne`,kind:`mutation`},M={document:_,name:`SubmitOne`,kind:`mutation`},N={document:_,name:`PublishOne`,kind:`mutation`},P={document:_,name:`UnpublishOne`,kind:`mutation`},F={document:_,name:`ConfirmOne`,kind:`mutation`},I={document:_,name:`ReviewArticle`,kind:`mutation`},L={document:le,name:`ArticleList`,kind:`query`},R={document:v,name:`RetireProvider`,kind:`mutation`},z={document:v,name:`ReinstateProvider`,kind:`mutation`},je={document:v,name:`ConfirmProvider`,kind:`mutation`},B={document:v,name:`SubmitArticle`,kind:`mutation`},V={document:v,name:`PublishArticle`,kind:`mutation`},H={document:v,name:`UnpublishArticle`,kind:`mutation`},U={document:y,name:`OneDocument`,kind:`query`},W={document:y,name:`SaveCopy`,kind:`mutation`},G={document:y,name:`PublishCopy`,kind:`mutation`},K={document:y,name:`UnscheduleCopy`,kind:`mutation`},q={document:y,name:`DiscardCopy`,kind:`mutation`},J={document:y,name:`ReviewCopy`,kind:`mutation`},Y={document:ue,name:`Duplicates`,kind:`query`},X={document:de,name:`FrontImports`,kind:`query`},Z={document:fe,name:`Front`,kind:`query`},Me={document:b,name:`History`,kind:`query`},Ne={document:b,name:`ContentAt`,kind:`query`},Pe={document:b,name:`RestoreRevision`,kind:`mutation`},Fe={document:x,name:`Imports`,kind:`query`},Ie={document:x,name:`ImportResult`,kind:`query`},Le={document:x,name:`ImportProgress`,kind:`subscription`},Re={document:x,name:`CancelImport`,kind:`mutation`},ze={document:S,name:`Names`,kind:`query`},Be={document:S,name:`Choose`,kind:`query`},Ve={document:pe,name:`Preview`,kind:`query`},He={document:C,name:`ProviderFacets`,kind:`query`},Ue={document:C,name:`ProviderFacetsInState`,kind:`query`},We={document:w,name:`ProviderList`,kind:`query`},Ge={document:w,name:`ProvidersInState`,kind:`query`},Ke={document:me,name:`Quarantine`,kind:`query`},qe={document:T,name:`Reports`,kind:`query`},Je={document:T,name:`ResolveReport`,kind:`mutation`},Ye={document:E,name:`Tokens`,kind:`query`},Q={document:E,name:`CreateToken`,kind:`mutation`},Xe={document:E,name:`RevokeToken`,kind:`mutation`},Ze={document:he,name:`Viewer`,kind:`query`},Qe={document:D,name:`ConditionList`,kind:`query`},$e={document:D,name:`TreatmentList`,kind:`query`},et={document:D,name:`CredentialList`,kind:`query`},tt={document:D,name:`InsurerList`,kind:`query`},nt={document:O,name:`Webhooks`,kind:`query`},rt={document:O,name:`CreateWebhook`,kind:`mutation`},it={document:O,name:`SendWebhook`,kind:`mutation`},at={document:O,name:`DeleteWebhook`,kind:`mutation`},ot={document:k,name:`WorkingCopyList`,kind:`query`},st={document:k,name:`PublishWorkingCopies`,kind:`mutation`},ct={document:k,name:`DiscardWorkingCopies`,kind:`mutation`},$={document:k,name:`UnscheduleWorkingCopy`,kind:`mutation`};export{$,G as A,R as B,U as C,We as D,Ue as E,z as F,it as G,J as H,qe as I,Ye as J,B as K,Je as L,st as M,Ke as N,Ge as O,j as P,K as Q,Pe as R,ze as S,He as T,Xe as U,I as V,W,H as X,$e as Y,P as Z,Me as _,F as a,u as at,Fe as b,Q as c,te as ct,at as d,o as dt,Ze as et,q as f,c as ft,X as g,Z as h,a as ht,Qe as i,l as it,N as j,V as k,rt as l,p as lt,Y as m,i as mt,Re as n,ot as nt,je as o,d as ot,ct as p,s as pt,M as q,Be as r,ge as rt,Ne as s,g as st,L as t,nt as tt,et as u,ee as ut,Le as v,Ve as w,tt as x,Ie as y,A as z};