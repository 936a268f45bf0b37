import{r as e,s as t}from"./Page-YFs8TguC.js";var n=Object.defineProperty,r=(e,t)=>{let r={};for(var i in e)n(r,i,{get:e[i],enumerable:!0});return t||n(r,Symbol.toStringTag,{value:`Module`}),r},i=class{value;listeners=new Set;constructor(e){this.value=e}get(){return this.value}set(e){if(!Object.is(e,this.value)){this.value=e;for(let t of[...this.listeners])t(e)}}listen(e){return this.listeners.add(e),()=>this.listeners.delete(e)}};function a(n){let[r,i]=t(n.get());return e(()=>(i(()=>n.get()),n.listen(e=>i(()=>e))),[n]),r}var o=class extends Error{code;constructor(e,t){super(e),this.code=t,this.name=`ServerError`}},s=class extends Error{constructor(){super(`The connection to the server was lost, so it is not known whether this was done.`),this.name=`ConnectionLost`}};function c(e){let t=e instanceof Error?e.message:String(e);return t.slice(0,1).toUpperCase()+t.slice(1)}var l=new i(!0),u={token:``,renew:()=>Promise.resolve(!1),refused:()=>{}};async function ee(e,t,n={}){let{data:r,errors:i}=await te(e,t,n);if(i[0])throw f(i[0]);return r}async function te(e,t,n={}){let{data:r,errors:i=[]}=await(await ae(`/graphql`,d(e,t),{...n,repeatable:ne(e.kind,t)})).json();if(!r)throw i[0]?f(i[0]):new o(`the server gave no answer`,``);return{data:r,errors:i}}function d(e,t){return{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},body:JSON.stringify({query:e.document,operationName:e.name,variables:t})}}function ne(e,t){return e===`query`||t?.idempotencyKey!==void 0}function f({message:e,extensions:t}){return new o(e,t?.code??``)}var re=8,ie=3e4;async function ae(e,t,{signal:n,token:r,repeatable:i=!1}={}){for(let a=1;;a++){let o=r??u.token,c=await oe(e,t,o,n),l=a===re||!i;if(!c){if(l)throw new s}else if(c.status===401&&r===void 0){if(a>1||!await u.renew())return o===u.token&&u.refused(),c;continue}else if(l||c.status!==503&&c.status!==429)return c;await p(se(c,a),n)}}async function oe(e,t,n,r){let i=new Headers(t.headers);n&&i.set(`Authorization`,`Bearer ${n}`);try{let n=await fetch(e,{...t,headers:i,signal:r,credentials:`omit`,cache:`no-store`});return l.set(!0),n}catch(e){if(r?.aborted)throw e;return l.set(!1),null}}function se(e,t){let n=Number(e?.headers.get(`Retry-After`));return Math.min(n>0?n*1e3:500*2**(t-1),ie)}function p(e,t){return new Promise((n,r)=>{let i=()=>{clearTimeout(a),removeEventListener(`online`,i),t?.removeEventListener(`abort`,i),t?.aborted?r(t.reason):n()},a=setTimeout(i,e);addEventListener(`online`,i),t?.addEventListener(`abort`,i)})}var m=`# Changes of whole documents, which the public sees at once. Each gives what was done under the same names.
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
`,h=`# What is done with one document of those that are selected in a list.
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
`,g=`# What the page of a document shows.
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
`,ue=`# What waits, what is overdue, and what failed.
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
`,_=`# Who has changed a document, when and what.
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
`,v=`# Files that are brought in.
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
`,y=`# The names of documents that others refer to.
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
`,de=`# An article as the server renders it: its working copy and, where none is open, the article itself.
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
`,b=`# What the list of providers can be narrowed by.
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
`,x=`# A page of the list of providers, as the public finds them.
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
`,fe=`# What another tool wrote into the database, and nobody is shown.
query Quarantine($first: Int!) {
  quarantine(first: $first) {
    totalCount
    documents { kind id problem { message field } }
  }
}
`,S=`# What readers reported.
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
`,C=`# Who may do what.
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
`,pe=`# Who the token says that somebody is.
query Viewer {
  viewer { id name role }
}
`,w=`# The words that providers are described with, and the companies that pay.
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
`,T=`# A page of the working copies that are open.
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
`,me=r({ArticleList:()=>N,CancelImport:()=>je,Choose:()=>Ne,ConditionList:()=>Ge,ConfirmOne:()=>j,ConfirmProvider:()=>F,ContentAt:()=>J,CreateCondition:()=>he,CreateCredential:()=>ye,CreateInsurer:()=>xe,CreateToken:()=>Q,CreateTreatment:()=>_e,CredentialList:()=>qe,DeleteArticle:()=>we,DeleteCondition:()=>Te,DeleteCredential:()=>De,DeleteInsurer:()=>Oe,DeleteProvider:()=>Ce,DeleteTreatment:()=>Ee,DiscardCopy:()=>U,DiscardWorkingCopies:()=>Ze,Duplicates:()=>G,Front:()=>K,History:()=>q,ImportProgress:()=>Ae,ImportResult:()=>Z,Imports:()=>X,InsurerList:()=>Je,Names:()=>Me,OneDocument:()=>z,Preview:()=>Pe,ProviderFacets:()=>Fe,ProviderFacetsInState:()=>Ie,ProviderList:()=>Le,ProvidersInState:()=>Re,PublishArticle:()=>L,PublishCopy:()=>V,PublishOne:()=>k,PublishWorkingCopies:()=>Xe,Quarantine:()=>ze,ReinstateOne:()=>D,ReinstateProvider:()=>P,Reports:()=>Be,ResolveReport:()=>Ve,RestoreRevision:()=>Y,RetireOne:()=>E,RetireProvider:()=>ke,ReviewArticle:()=>M,ReviewCopy:()=>W,RevokeToken:()=>Ue,SaveCopy:()=>B,SubmitArticle:()=>I,SubmitOne:()=>O,Tokens:()=>He,TreatmentList:()=>Ke,UnpublishArticle:()=>R,UnpublishOne:()=>A,UnscheduleCopy:()=>H,UnscheduleWorkingCopy:()=>$,UpdateCondition:()=>ge,UpdateCredential:()=>be,UpdateInsurer:()=>Se,UpdateTreatment:()=>ve,Viewer:()=>We,WorkingCopyList:()=>Ye}),he={document:m,name:`CreateCondition`,kind:`mutation`},ge={document:m,name:`UpdateCondition`,kind:`mutation`},_e={document:m,name:`CreateTreatment`,kind:`mutation`},ve={document:m,name:`UpdateTreatment`,kind:`mutation`},ye={document:m,name:`CreateCredential`,kind:`mutation`},be={document:m,name:`UpdateCredential`,kind:`mutation`},xe={document:m,name:`CreateInsurer`,kind:`mutation`},Se={document:m,name:`UpdateInsurer`,kind:`mutation`},Ce={document:m,name:`DeleteProvider`,kind:`mutation`},we={document:m,name:`DeleteArticle`,kind:`mutation`},Te={document:m,name:`DeleteCondition`,kind:`mutation`},Ee={document:m,name:`DeleteTreatment`,kind:`mutation`},De={document:m,name:`DeleteCredential`,kind:`mutation`},Oe={document:m,name:`DeleteInsurer`,kind:`mutation`},E={document:m,name:`RetireOne`,kind:`mutation`},D={document:m,name:`ReinstateOne`,kind:`mutation`},O={document:m,name:`SubmitOne`,kind:`mutation`},k={document:m,name:`PublishOne`,kind:`mutation`},A={document:m,name:`UnpublishOne`,kind:`mutation`},j={document:m,name:`ConfirmOne`,kind:`mutation`},M={document:m,name:`ReviewArticle`,kind:`mutation`},N={document:ce,name:`ArticleList`,kind:`query`},ke={document:h,name:`RetireProvider`,kind:`mutation`},P={document:h,name:`ReinstateProvider`,kind:`mutation`},F={document:h,name:`ConfirmProvider`,kind:`mutation`},I={document:h,name:`SubmitArticle`,kind:`mutation`},L={document:h,name:`PublishArticle`,kind:`mutation`},R={document:h,name:`UnpublishArticle`,kind:`mutation`},z={document:g,name:`OneDocument`,kind:`query`},B={document:g,name:`SaveCopy`,kind:`mutation`},V={document:g,name:`PublishCopy`,kind:`mutation`},H={document:g,name:`UnscheduleCopy`,kind:`mutation`},U={document:g,name:`DiscardCopy`,kind:`mutation`},W={document:g,name:`ReviewCopy`,kind:`mutation`},G={document:le,name:`Duplicates`,kind:`query`},K={document:ue,name:`Front`,kind:`query`},q={document:_,name:`History`,kind:`query`},J={document:_,name:`ContentAt`,kind:`query`},Y={document:_,name:`RestoreRevision`,kind:`mutation`},X={document:v,name:`Imports`,kind:`query`},Z={document:v,name:`ImportResult`,kind:`query`},Ae={document:v,name:`ImportProgress`,kind:`subscription`},je={document:v,name:`CancelImport`,kind:`mutation`},Me={document:y,name:`Names`,kind:`query`},Ne={document:y,name:`Choose`,kind:`query`},Pe={document:de,name:`Preview`,kind:`query`},Fe={document:b,name:`ProviderFacets`,kind:`query`},Ie={document:b,name:`ProviderFacetsInState`,kind:`query`},Le={document:x,name:`ProviderList`,kind:`query`},Re={document:x,name:`ProvidersInState`,kind:`query`},ze={document:fe,name:`Quarantine`,kind:`query`},Be={document:S,name:`Reports`,kind:`query`},Ve={document:S,name:`ResolveReport`,kind:`mutation`},He={document:C,name:`Tokens`,kind:`query`},Q={document:C,name:`CreateToken`,kind:`mutation`},Ue={document:C,name:`RevokeToken`,kind:`mutation`},We={document:pe,name:`Viewer`,kind:`query`},Ge={document:w,name:`ConditionList`,kind:`query`},Ke={document:w,name:`TreatmentList`,kind:`query`},qe={document:w,name:`CredentialList`,kind:`query`},Je={document:w,name:`InsurerList`,kind:`query`},Ye={document:T,name:`WorkingCopyList`,kind:`query`},Xe={document:T,name:`PublishWorkingCopies`,kind:`mutation`},Ze={document:T,name:`DiscardWorkingCopies`,kind:`mutation`},$={document:T,name:`UnscheduleWorkingCopy`,kind:`mutation`};export{l as $,ze as A,Ue as B,Ie as C,V as D,L as E,Y as F,Ke as G,I as H,E as I,H as J,R as K,ke as L,P as M,Be as N,k as O,Ve as P,me as Q,M as R,Fe as S,Re as T,O as U,B as V,He as W,We as X,$ as Y,Ye as Z,X as _,j as a,s as at,z as b,Q as c,i as ct,Ze as d,u as et,G as f,Z as g,Ae as h,Ge as i,ae as it,D as j,Xe as k,qe as l,a as lt,q as m,je as n,p as nt,F as o,o as ot,K as p,A as q,Ne as r,ee as rt,J as s,c as st,N as t,d as tt,U as u,Je as v,Le as w,Pe as x,Me as y,W as z};