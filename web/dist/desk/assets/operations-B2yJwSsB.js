import{c as e,r as t}from"./Page-D2GSFe4a.js";var n=Object.defineProperty,r=(e,t)=>{let r={};for(var i in e)n(r,i,{get:e[i],enumerable:!0});return t||n(r,Symbol.toStringTag,{value:`Module`}),r},i=class{value;listeners=new Set;constructor(e){this.value=e}get(){return this.value}set(e){if(!Object.is(e,this.value)){this.value=e;for(let t of[...this.listeners])t(e)}}listen(e){return this.listeners.add(e),()=>this.listeners.delete(e)}};function a(n){let[r,i]=e(n.get());return t(()=>(i(()=>n.get()),n.listen(e=>i(()=>e))),[n]),r}var o=class extends Error{code;constructor(e,t){super(e),this.code=t,this.name=`ServerError`}},ee=class extends Error{constructor(){super(`The connection to the server was lost, so it is not known whether this was done.`),this.name=`ConnectionLost`}};function s(e){let t=e instanceof Error?e.message:String(e);return t.slice(0,1).toUpperCase()+t.slice(1)}var c=new i(!0),l={token:``,renew:()=>Promise.resolve(!1),refused:()=>{}};async function te(e,t,n={}){let{data:r,errors:i}=await ne(e,t,n);if(i[0])throw d(i[0]);return r}async function ne(e,t,n={}){let{data:r,errors:i=[]}=await(await f(`/graphql`,u(e,t),{...n,repeatable:re(e.kind,t)})).json();if(!r)throw i[0]?d(i[0]):new o(`the server gave no answer`,``);return{data:r,errors:i}}function u(e,t){return{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},body:JSON.stringify({query:e.document,operationName:e.name,variables:t})}}function re(e,t){return e===`query`||t?.idempotencyKey!==void 0}function d({message:e,extensions:t}){return new o(e,t?.code??``)}var ie=8,ae=3e4;async function f(e,t,{signal:n,token:r,repeatable:i=!1}={}){for(let a=1;;a++){let o=r??l.token,s=await p(e,t,o,n),c=a===ie||!i;if(!s){if(c)throw new ee}else if(s.status===401&&r===void 0){if(a>1||!await l.renew())return o===l.token&&l.refused(),s;continue}else if(c||s.status!==503&&s.status!==429)return s;await h(ce(s,a),n)}}async function p(e,t,n,r){let i=new Headers(t.headers);n&&i.set(`Authorization`,`Bearer ${n}`);try{let n=await fetch(e,{...t,headers:i,signal:r,credentials:`omit`,cache:`no-store`});return c.set(!0),n}catch(e){if(r?.aborted)throw e;return c.set(!1),se(),null}}var oe=3e3,m=!1;async function se(){if(!m){for(m=!0;!c.get();)await h(oe),await p(`/desk`,{method:`HEAD`},``);m=!1}}function ce(e,t){let n=Number(e?.headers.get(`Retry-After`));return Math.min(n>0?n*1e3:500*2**(t-1),ae)}function h(e,t){return new Promise((n,r)=>{let i=()=>{clearTimeout(a),removeEventListener(`online`,i),t?.removeEventListener(`abort`,i),t?.aborted?r(t.reason):n()},a=setTimeout(i,e);addEventListener(`online`,i),t?.addEventListener(`abort`,i)})}var g=`# Changes of whole documents, which the public sees at once. Each gives what was done under the same names.
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
`,_=`# What is done with one document of those that are selected in a list.
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
`,v=`# What the page of a document shows.
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
`,y=`# Who has changed a document, when and what.
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
`,b=`# Files that are brought in.
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
`,x=`# The names of documents that others refer to.
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
`,S=`# What the list of providers can be narrowed by.
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
`,C=`# A page of the list of providers, as the public finds them.
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
`,w=`# What readers reported.
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
`,T=`# Who may do what.
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
`,E=`# The words that providers are described with, and the companies that pay.
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
`,D=`# Who is told that the directory has changed.
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
`,O=`# A page of the working copies that are open.
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
`,ge=r({ArticleList:()=>I,CancelImport:()=>Le,Choose:()=>ze,ConditionList:()=>Ze,ConfirmOne:()=>P,ConfirmProvider:()=>je,ContentAt:()=>Me,CreateCondition:()=>_e,CreateCredential:()=>xe,CreateInsurer:()=>Ce,CreateToken:()=>Ye,CreateTreatment:()=>ye,CreateWebhook:()=>nt,CredentialList:()=>$e,DeleteArticle:()=>Ee,DeleteCondition:()=>De,DeleteCredential:()=>ke,DeleteInsurer:()=>Ae,DeleteProvider:()=>Te,DeleteTreatment:()=>Oe,DeleteWebhook:()=>it,DiscardCopy:()=>K,DiscardWorkingCopies:()=>st,Duplicates:()=>J,Front:()=>X,FrontImports:()=>Y,History:()=>Z,ImportProgress:()=>Ie,ImportResult:()=>Fe,Imports:()=>Pe,InsurerList:()=>et,Names:()=>Re,OneDocument:()=>H,Preview:()=>Be,ProviderFacets:()=>Ve,ProviderFacetsInState:()=>He,ProviderList:()=>Ue,ProvidersInState:()=>We,PublishArticle:()=>B,PublishCopy:()=>W,PublishOne:()=>M,PublishWorkingCopies:()=>ot,Quarantine:()=>Ge,ReinstateOne:()=>A,ReinstateProvider:()=>R,Reports:()=>Ke,ResolveReport:()=>qe,RestoreRevision:()=>Ne,RetireOne:()=>k,RetireProvider:()=>L,ReviewArticle:()=>F,ReviewCopy:()=>q,RevokeToken:()=>Q,SaveCopy:()=>U,SendWebhook:()=>rt,SubmitArticle:()=>z,SubmitOne:()=>j,Tokens:()=>Je,TreatmentList:()=>Qe,UnpublishArticle:()=>V,UnpublishOne:()=>N,UnscheduleCopy:()=>G,UnscheduleWorkingCopy:()=>$,UpdateCondition:()=>ve,UpdateCredential:()=>Se,UpdateInsurer:()=>we,UpdateTreatment:()=>be,Viewer:()=>Xe,Webhooks:()=>tt,WorkingCopyList:()=>at}),_e={document:g,name:`CreateCondition`,kind:`mutation`},ve={document:g,name:`UpdateCondition`,kind:`mutation`},ye={document:g,name:`CreateTreatment`,kind:`mutation`},be={document:g,name:`UpdateTreatment`,kind:`mutation`},xe={document:g,name:`CreateCredential`,kind:`mutation`},Se={document:g,name:`UpdateCredential`,kind:`mutation`},Ce={document:g,name:`CreateInsurer`,kind:`mutation`},we={document:g,name:`UpdateInsurer`,kind:`mutation`},Te={document:g,name:`DeleteProvider`,kind:`mutation`},Ee={document:g,name:`DeleteArticle`,kind:`mutation`},De={document:g,name:`DeleteCondition`,kind:`mutation`},Oe={document:g,name:`DeleteTreatment`,kind:`mutation`},ke={document:g,name:`DeleteCredential`,kind:`mutation`},Ae={document:g,name:`DeleteInsurer`,kind:`mutation`},k={document:g,name:`RetireOne`,kind:`mutation`},A={document:g,name:`ReinstateOne`,kind:`mutation`},j={document:g,name:`SubmitOne`,kind:`mutation`},M={document:g,name:`PublishOne`,kind:`mutation`},N={document:g,name:`UnpublishOne`,kind:`mutation`},P={document:g,name:`ConfirmOne`,kind:`mutation`},F={document:g,name:`ReviewArticle`,kind:`mutation`},I={document:le,name:`ArticleList`,kind:`query`},L={document:_,name:`RetireProvider`,kind:`mutation`},R={document:_,name:`ReinstateProvider`,kind:`mutation`},je={document:_,name:`ConfirmProvider`,kind:`mutation`},z={document:_,name:`SubmitArticle`,kind:`mutation`},B={document:_,name:`PublishArticle`,kind:`mutation`},V={document:_,name:`UnpublishArticle`,kind:`mutation`},H={document:v,name:`OneDocument`,kind:`query`},U={document:v,name:`SaveCopy`,kind:`mutation`},W={document:v,name:`PublishCopy`,kind:`mutation`},G={document:v,name:`UnscheduleCopy`,kind:`mutation`},K={document:v,name:`DiscardCopy`,kind:`mutation`},q={document:v,name:`ReviewCopy`,kind:`mutation`},J={document:ue,name:`Duplicates`,kind:`query`},Y={document:de,name:`FrontImports`,kind:`query`},X={document:fe,name:`Front`,kind:`query`},Z={document:y,name:`History`,kind:`query`},Me={document:y,name:`ContentAt`,kind:`query`},Ne={document:y,name:`RestoreRevision`,kind:`mutation`},Pe={document:b,name:`Imports`,kind:`query`},Fe={document:b,name:`ImportResult`,kind:`query`},Ie={document:b,name:`ImportProgress`,kind:`subscription`},Le={document:b,name:`CancelImport`,kind:`mutation`},Re={document:x,name:`Names`,kind:`query`},ze={document:x,name:`Choose`,kind:`query`},Be={document:pe,name:`Preview`,kind:`query`},Ve={document:S,name:`ProviderFacets`,kind:`query`},He={document:S,name:`ProviderFacetsInState`,kind:`query`},Ue={document:C,name:`ProviderList`,kind:`query`},We={document:C,name:`ProvidersInState`,kind:`query`},Ge={document:me,name:`Quarantine`,kind:`query`},Ke={document:w,name:`Reports`,kind:`query`},qe={document:w,name:`ResolveReport`,kind:`mutation`},Je={document:T,name:`Tokens`,kind:`query`},Ye={document:T,name:`CreateToken`,kind:`mutation`},Q={document:T,name:`RevokeToken`,kind:`mutation`},Xe={document:he,name:`Viewer`,kind:`query`},Ze={document:E,name:`ConditionList`,kind:`query`},Qe={document:E,name:`TreatmentList`,kind:`query`},$e={document:E,name:`CredentialList`,kind:`query`},et={document:E,name:`InsurerList`,kind:`query`},tt={document:D,name:`Webhooks`,kind:`query`},nt={document:D,name:`CreateWebhook`,kind:`mutation`},rt={document:D,name:`SendWebhook`,kind:`mutation`},it={document:D,name:`DeleteWebhook`,kind:`mutation`},at={document:O,name:`WorkingCopyList`,kind:`query`},ot={document:O,name:`PublishWorkingCopies`,kind:`mutation`},st={document:O,name:`DiscardWorkingCopies`,kind:`mutation`},$={document:O,name:`UnscheduleWorkingCopy`,kind:`mutation`};export{$,W as A,L as B,H as C,Ue as D,He as E,R as F,rt as G,q as H,Ke as I,Je as J,z as K,qe as L,ot as M,Ge as N,We as O,A as P,G as Q,Ne as R,Re as S,Ve as T,Q as U,F as V,U as W,V as X,Qe as Y,N as Z,Z as _,P as a,l as at,Pe as b,Ye as c,te as ct,it as d,o as dt,Xe as et,K as f,s as ft,Y as g,X as h,Ze as i,c as it,M as j,B as k,nt as l,f as lt,J as m,a as mt,Le as n,at as nt,je as o,u as ot,st as p,i as pt,j as q,ze as r,ge as rt,Me as s,h as st,I as t,tt,$e as u,ee as ut,Ie as v,Be as w,et as x,Fe as y,k as z};