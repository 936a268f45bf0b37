import{c as e,r as t}from"./Page-D2GSFe4a.js";var n=Object.defineProperty,r=(e,t)=>{let r={};for(var i in e)n(r,i,{get:e[i],enumerable:!0});return t||n(r,Symbol.toStringTag,{value:`Module`}),r},i=class{value;listeners=new Set;constructor(e){this.value=e}get(){return this.value}set(e){if(!Object.is(e,this.value)){this.value=e;for(let t of[...this.listeners])t(e)}}listen(e){return this.listeners.add(e),()=>this.listeners.delete(e)}};function a(n){let[r,i]=e(n.get());return t(()=>(i(()=>n.get()),n.listen(e=>i(()=>e))),[n]),r}var o=class extends Error{code;constructor(e,t){super(e),this.code=t,this.name=`ServerError`}},s=class extends Error{constructor(){super(`The connection to the server was lost, so it is not known whether this was done.`),this.name=`ConnectionLost`}};function c(e){let t=e instanceof Error?e.message:String(e);return t.slice(0,1).toUpperCase()+t.slice(1)}var l=new i(!0),u={token:``,renew:()=>Promise.resolve(!1),refused:()=>{}};async function ee(e,t,n={}){let{data:r,errors:i}=await te(e,t,n);if(i[0])throw f(i[0]);return r}async function te(e,t,n={}){let{data:r,errors:i=[]}=await(await p(`/graphql`,d(e,t),{...n,repeatable:ne(e.kind,t)})).json();if(!r)throw i[0]?f(i[0]):new o(`the server gave no answer`,``);return{data:r,errors:i}}function d(e,t){return{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},body:JSON.stringify({query:e.document,operationName:e.name,variables:t})}}function ne(e,t){return e===`query`||t?.idempotencyKey!==void 0}function f({message:e,extensions:t}){return new o(e,t?.code??``)}var re=8,ie=3e4;async function p(e,t,{signal:n,token:r,repeatable:i=!1}={}){for(let a=1;;a++){let o=r??u.token,c=await m(e,t,o,n),l=a===re||!i;if(!c){if(l)throw new s}else if(c.status===401&&r===void 0){if(a>1||!await u.renew())return o===u.token&&u.refused(),c;continue}else if(l||c.status!==503&&c.status!==429)return c;await g(se(c,a),n)}}async function m(e,t,n,r){let i=new Headers(t.headers);n&&i.set(`Authorization`,`Bearer ${n}`);try{let n=await fetch(e,{...t,headers:i,signal:r,credentials:`omit`,cache:`no-store`});return l.set(!0),n}catch(e){if(r?.aborted)throw e;return l.set(!1),oe(),null}}var ae=3e3,h=!1;async function oe(){if(!h){for(h=!0;!l.get();)await g(ae),await m(`/desk`,{method:`HEAD`},``);h=!1}}function se(e,t){let n=Number(e?.headers.get(`Retry-After`));return Math.min(n>0?n*1e3:500*2**(t-1),ie)}function g(e,t){return new Promise((n,r)=>{let i=()=>{clearTimeout(a),removeEventListener(`online`,i),t?.removeEventListener(`abort`,i),t?.aborted?r(t.reason):n()},a=setTimeout(i,e);addEventListener(`online`,i),t?.addEventListener(`abort`,i)})}var _=`# Changes of whole documents, which the public sees at once. Each gives what was done under the same names.
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
`,ce=`# A page of the list of articles.
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
`,le=`# Pairs of providers that look like one.
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
`,ue=`# Files that are being brought in, and those that were not.
query FrontImports {
  imports(first: 10) { id file dryRun status startedAt done total message }
}
`,de=`# What waits, what is overdue, and what failed.
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
`,fe=`# An article as the server renders it: its working copy and, where none is open, the article itself.
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
`,pe=`# What another tool wrote into the database, and nobody is shown.
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
`,me=`# Who the token says that somebody is.
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
`,he=r({ArticleList:()=>I,CancelImport:()=>Ie,Choose:()=>Re,ConditionList:()=>Xe,ConfirmOne:()=>P,ConfirmProvider:()=>Ae,ContentAt:()=>je,CreateCondition:()=>ge,CreateCredential:()=>be,CreateInsurer:()=>Se,CreateToken:()=>qe,CreateTreatment:()=>ve,CredentialList:()=>Qe,DeleteArticle:()=>Te,DeleteCondition:()=>Ee,DeleteCredential:()=>Oe,DeleteInsurer:()=>ke,DeleteProvider:()=>we,DeleteTreatment:()=>De,DiscardCopy:()=>K,DiscardWorkingCopies:()=>nt,Duplicates:()=>J,Front:()=>X,FrontImports:()=>Y,History:()=>Z,ImportProgress:()=>Fe,ImportResult:()=>Pe,Imports:()=>Ne,InsurerList:()=>$e,Names:()=>Le,OneDocument:()=>H,Preview:()=>ze,ProviderFacets:()=>Be,ProviderFacetsInState:()=>Ve,ProviderList:()=>He,ProvidersInState:()=>Q,PublishArticle:()=>B,PublishCopy:()=>W,PublishOne:()=>M,PublishWorkingCopies:()=>tt,Quarantine:()=>Ue,ReinstateOne:()=>A,ReinstateProvider:()=>R,Reports:()=>We,ResolveReport:()=>Ge,RestoreRevision:()=>Me,RetireOne:()=>k,RetireProvider:()=>L,ReviewArticle:()=>F,ReviewCopy:()=>q,RevokeToken:()=>Je,SaveCopy:()=>U,SubmitArticle:()=>z,SubmitOne:()=>j,Tokens:()=>Ke,TreatmentList:()=>Ze,UnpublishArticle:()=>V,UnpublishOne:()=>N,UnscheduleCopy:()=>G,UnscheduleWorkingCopy:()=>$,UpdateCondition:()=>_e,UpdateCredential:()=>xe,UpdateInsurer:()=>Ce,UpdateTreatment:()=>ye,Viewer:()=>Ye,WorkingCopyList:()=>et}),ge={document:_,name:`CreateCondition`,kind:`mutation`},_e={document:_,name:`UpdateCondition`,kind:`mutation`},ve={document:_,name:`CreateTreatment`,kind:`mutation`},ye={document:_,name:`UpdateTreatment`,kind:`mutation`},be={document:_,name:`CreateCredential`,kind:`mutation`},xe={document:_,name:`UpdateCredential`,kind:`mutation`},Se={document:_,name:`CreateInsurer`,kind:`mutation`},Ce={document:_,name:`UpdateInsurer`,kind:`mutation`},we={document:_,name:`DeleteProvider`,kind:`mutation`},Te={document:_,name:`DeleteArticle`,kind:`mutation`},Ee={document:_,name:`DeleteCondition`,kind:`mutation`},De={document:_,name:`DeleteTreatment`,kind:`mutation`},Oe={document:_,name:`DeleteCredential`,kind:`mutation`},ke={document:_,name:`DeleteInsurer`,kind:`mutation`},k={document:_,name:`RetireOne`,kind:`mutation`},A={document:_,name:`ReinstateOne`,kind:`mutation`},j={document:_,name:`SubmitOne`,kind:`mutation`},M={document:_,name:`PublishOne`,kind:`mutation`},N={document:_,name:`UnpublishOne`,kind:`mutation`},P={document:_,name:`ConfirmOne`,kind:`mutation`},F={document:_,name:`ReviewArticle`,kind:`mutation`},I={document:ce,name:`ArticleList`,kind:`query`},L={document:v,name:`RetireProvider`,kind:`mutation`},R={document:v,name:`ReinstateProvider`,kind:`mutation`},Ae={document:v,name:`ConfirmProvider`,kind:`mutation`},z={document:v,name:`SubmitArticle`,kind:`mutation`},B={document:v,name:`PublishArticle`,kind:`mutation`},V={document:v,name:`UnpublishArticle`,kind:`mutation`},H={document:y,name:`OneDocument`,kind:`query`},U={document:y,name:`SaveCopy`,kind:`mutation`},W={document:y,name:`PublishCopy`,kind:`mutation`},G={document:y,name:`UnscheduleCopy`,kind:`mutation`},K={document:y,name:`DiscardCopy`,kind:`mutation`},q={document:y,name:`ReviewCopy`,kind:`mutation`},J={document:le,name:`Duplicates`,kind:`query`},Y={document:ue,name:`FrontImports`,kind:`query`},X={document:de,name:`Front`,kind:`query`},Z={document:b,name:`History`,kind:`query`},je={document:b,name:`ContentAt`,kind:`query`},Me={document:b,name:`RestoreRevision`,kind:`mutation`},Ne={document:x,name:`Imports`,kind:`query`},Pe={document:x,name:`ImportResult`,kind:`query`},Fe={document:x,name:`ImportProgress`,kind:`subscription`},Ie={document:x,name:`CancelImport`,kind:`mutation`},Le={document:S,name:`Names`,kind:`query`},Re={document:S,name:`Choose`,kind:`query`},ze={document:fe,name:`Preview`,kind:`query`},Be={document:C,name:`ProviderFacets`,kind:`query`},Ve={document:C,name:`ProviderFacetsInState`,kind:`query`},He={document:w,name:`ProviderList`,kind:`query`},Q={document:w,name:`ProvidersInState`,kind:`query`},Ue={document:pe,name:`Quarantine`,kind:`query`},We={document:T,name:`Reports`,kind:`query`},Ge={document:T,name:`ResolveReport`,kind:`mutation`},Ke={document:E,name:`Tokens`,kind:`query`},qe={document:E,name:`CreateToken`,kind:`mutation`},Je={document:E,name:`RevokeToken`,kind:`mutation`},Ye={document:me,name:`Viewer`,kind:`query`},Xe={document:D,name:`ConditionList`,kind:`query`},Ze={document:D,name:`TreatmentList`,kind:`query`},Qe={document:D,name:`CredentialList`,kind:`query`},$e={document:D,name:`InsurerList`,kind:`query`},et={document:O,name:`WorkingCopyList`,kind:`query`},tt={document:O,name:`PublishWorkingCopies`,kind:`mutation`},nt={document:O,name:`DiscardWorkingCopies`,kind:`mutation`},$={document:O,name:`UnscheduleWorkingCopy`,kind:`mutation`};export{he as $,tt as A,q as B,Be as C,B as D,Q as E,Ge as F,Ke as G,U as H,Me as I,N as J,Ze as K,k as L,A as M,R as N,W as O,We as P,et as Q,L as R,ze as S,He as T,z as U,Je as V,j as W,$ as X,G as Y,Ye as Z,Pe as _,P as a,p as at,Le as b,qe as c,c as ct,nt as d,l as et,J as f,Fe as g,Z as h,Xe as i,ee as it,Ue as j,M as k,Qe as l,i as lt,Y as m,Ie as n,d as nt,Ae as o,s as ot,X as p,V as q,Re as r,g as rt,je as s,o as st,I as t,u as tt,K as u,a as ut,Ne as v,Ve as w,H as x,$e as y,F as z};