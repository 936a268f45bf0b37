import{r as e,s as t}from"./Page-YFs8TguC.js";var n=Object.defineProperty,r=(e,t)=>{let r={};for(var i in e)n(r,i,{get:e[i],enumerable:!0});return t||n(r,Symbol.toStringTag,{value:`Module`}),r},i=class{value;listeners=new Set;constructor(e){this.value=e}get(){return this.value}set(e){if(!Object.is(e,this.value)){this.value=e;for(let t of[...this.listeners])t(e)}}listen(e){return this.listeners.add(e),()=>this.listeners.delete(e)}};function a(n){let[r,i]=t(n.get());return e(()=>(i(()=>n.get()),n.listen(e=>i(()=>e))),[n]),r}var o=class extends Error{code;constructor(e,t){super(e),this.code=t,this.name=`ServerError`}},s=class extends Error{constructor(){super(`The connection to the server was lost, so it is not known whether this was done.`),this.name=`ConnectionLost`}};function c(e){let t=e instanceof Error?e.message:String(e);return t.slice(0,1).toUpperCase()+t.slice(1)}var l=new i(!0),u={token:``,renew:()=>Promise.resolve(!1),refused:()=>{}};async function ee(e,t,n={}){let{data:r,errors:i}=await te(e,t,n);if(i[0])throw d(i[0]);return r}async function te(e,t,n={}){let{data:r,errors:i=[]}=await(await oe(`/graphql`,ne(e,t),{...n,repeatable:re(e.kind,t)})).json();if(!r)throw i[0]?d(i[0]):new o(`the server gave no answer`,``);return{data:r,errors:i}}function ne(e,t){return{method:`POST`,headers:{"Content-Type":`application/json`,Accept:`application/graphql-response+json`},body:JSON.stringify({query:e.document,operationName:e.name,variables:t})}}function re(e,t){return e===`query`||t?.idempotencyKey!==void 0}function d({message:e,extensions:t}){return new o(e,t?.code??``)}var ie=8,ae=3e4;async function oe(e,t,{signal:n,token:r,repeatable:i=!1}={}){for(let a=1;;a++){let o=r??u.token,c=await se(e,t,o,n),l=a===ie||!i;if(!c){if(l)throw new s}else if(c.status===401&&r===void 0){if(a>1||!await u.renew())return o===u.token&&u.refused(),c;continue}else if(l||c.status!==503&&c.status!==429)return c;await le(ce(c,a),n)}}async function se(e,t,n,r){let i=new Headers(t.headers);n&&i.set(`Authorization`,`Bearer ${n}`);try{let n=await fetch(e,{...t,headers:i,signal:r,credentials:`omit`,cache:`no-store`});return l.set(!0),n}catch(e){if(r?.aborted)throw e;return l.set(!1),null}}function ce(e,t){let n=Number(e?.headers.get(`Retry-After`));return Math.min(n>0?n*1e3:500*2**(t-1),ae)}function le(e,t){return new Promise((n,r)=>{let i=()=>{clearTimeout(a),removeEventListener(`online`,i),t?.removeEventListener(`abort`,i),t?.aborted?r(t.reason):n()},a=setTimeout(i,e);addEventListener(`online`,i),t?.addEventListener(`abort`,i)})}var f=`# Changes of whole documents, which the public sees at once. Each gives what was done under the same names.
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
`,ue=`# A page of the list of articles.
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
`,p=`# What is done with one document of those that are selected in a list.
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
`,m=`# What the page of a document shows.
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
`,de=`# Pairs of providers that look like one.
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
`,fe=`# Files that are being brought in, and those that were not.
query FrontImports {
  imports(first: 10) { id file dryRun status startedAt done total message }
}
`,pe=`# What waits, what is overdue, and what failed.
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
`,h=`# Who has changed a document, when and what.
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
`,g=`# The names of documents that others refer to.
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
`,me=`# An article as the server renders it: its working copy and, where none is open, the article itself.
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
`,_=`# What the list of providers can be narrowed by.
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
`,v=`# A page of the list of providers, as the public finds them.
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
`,he=`# What another tool wrote into the database, and nobody is shown.
query Quarantine($first: Int!) {
  quarantine(first: $first) {
    totalCount
    documents { kind id problem { message field } }
  }
}
`,y=`# What readers reported.
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
`,b=`# Who may do what.
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
`,ge=`# Who the token says that somebody is.
query Viewer {
  viewer { id name role }
}
`,x=`# The words that providers are described with, and the companies that pay.
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
`,S=`# A page of the working copies that are open.
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
`,_e=r({ArticleList:()=>Me,Choose:()=>Y,ConditionList:()=>He,ConfirmOne:()=>O,ConfirmProvider:()=>M,ContentAt:()=>K,CreateCondition:()=>ve,CreateCredential:()=>Se,CreateInsurer:()=>we,CreateToken:()=>ze,CreateTreatment:()=>be,CredentialList:()=>We,DeleteArticle:()=>De,DeleteCondition:()=>Oe,DeleteCredential:()=>Ae,DeleteInsurer:()=>je,DeleteProvider:()=>Ee,DeleteTreatment:()=>ke,DiscardCopy:()=>B,DiscardWorkingCopies:()=>Je,Duplicates:()=>H,Front:()=>W,FrontImports:()=>U,History:()=>G,InsurerList:()=>Ge,Names:()=>J,OneDocument:()=>I,Preview:()=>X,ProviderFacets:()=>Z,ProviderFacetsInState:()=>Ne,ProviderList:()=>Pe,ProvidersInState:()=>Fe,PublishArticle:()=>P,PublishCopy:()=>R,PublishOne:()=>E,PublishWorkingCopies:()=>qe,Quarantine:()=>Q,ReinstateOne:()=>w,ReinstateProvider:()=>j,Reports:()=>Ie,ResolveReport:()=>Le,RestoreRevision:()=>q,RetireOne:()=>C,RetireProvider:()=>A,ReviewArticle:()=>k,ReviewCopy:()=>V,RevokeToken:()=>Be,SaveCopy:()=>L,SubmitArticle:()=>N,SubmitOne:()=>T,Tokens:()=>Re,TreatmentList:()=>Ue,UnpublishArticle:()=>F,UnpublishOne:()=>D,UnscheduleCopy:()=>z,UnscheduleWorkingCopy:()=>$,UpdateCondition:()=>ye,UpdateCredential:()=>Ce,UpdateInsurer:()=>Te,UpdateTreatment:()=>xe,Viewer:()=>Ve,WorkingCopyList:()=>Ke}),ve={document:f,name:`CreateCondition`,kind:`mutation`},ye={document:f,name:`UpdateCondition`,kind:`mutation`},be={document:f,name:`CreateTreatment`,kind:`mutation`},xe={document:f,name:`UpdateTreatment`,kind:`mutation`},Se={document:f,name:`CreateCredential`,kind:`mutation`},Ce={document:f,name:`UpdateCredential`,kind:`mutation`},we={document:f,name:`CreateInsurer`,kind:`mutation`},Te={document:f,name:`UpdateInsurer`,kind:`mutation`},Ee={document:f,name:`DeleteProvider`,kind:`mutation`},De={document:f,name:`DeleteArticle`,kind:`mutation`},Oe={document:f,name:`DeleteCondition`,kind:`mutation`},ke={document:f,name:`DeleteTreatment`,kind:`mutation`},Ae={document:f,name:`DeleteCredential`,kind:`mutation`},je={document:f,name:`DeleteInsurer`,kind:`mutation`},C={document:f,name:`RetireOne`,kind:`mutation`},w={document:f,name:`ReinstateOne`,kind:`mutation`},T={document:f,name:`SubmitOne`,kind:`mutation`},E={document:f,name:`PublishOne`,kind:`mutation`},D={document:f,name:`UnpublishOne`,kind:`mutation`},O={document:f,name:`ConfirmOne`,kind:`mutation`},k={document:f,name:`ReviewArticle`,kind:`mutation`},Me={document:ue,name:`ArticleList`,kind:`query`},A={document:p,name:`RetireProvider`,kind:`mutation`},j={document:p,name:`ReinstateProvider`,kind:`mutation`},M={document:p,name:`ConfirmProvider`,kind:`mutation`},N={document:p,name:`SubmitArticle`,kind:`mutation`},P={document:p,name:`PublishArticle`,kind:`mutation`},F={document:p,name:`UnpublishArticle`,kind:`mutation`},I={document:m,name:`OneDocument`,kind:`query`},L={document:m,name:`SaveCopy`,kind:`mutation`},R={document:m,name:`PublishCopy`,kind:`mutation`},z={document:m,name:`UnscheduleCopy`,kind:`mutation`},B={document:m,name:`DiscardCopy`,kind:`mutation`},V={document:m,name:`ReviewCopy`,kind:`mutation`},H={document:de,name:`Duplicates`,kind:`query`},U={document:fe,name:`FrontImports`,kind:`query`},W={document:pe,name:`Front`,kind:`query`},G={document:h,name:`History`,kind:`query`},K={document:h,name:`ContentAt`,kind:`query`},q={document:h,name:`RestoreRevision`,kind:`mutation`},J={document:g,name:`Names`,kind:`query`},Y={document:g,name:`Choose`,kind:`query`},X={document:me,name:`Preview`,kind:`query`},Z={document:_,name:`ProviderFacets`,kind:`query`},Ne={document:_,name:`ProviderFacetsInState`,kind:`query`},Pe={document:v,name:`ProviderList`,kind:`query`},Fe={document:v,name:`ProvidersInState`,kind:`query`},Q={document:he,name:`Quarantine`,kind:`query`},Ie={document:y,name:`Reports`,kind:`query`},Le={document:y,name:`ResolveReport`,kind:`mutation`},Re={document:b,name:`Tokens`,kind:`query`},ze={document:b,name:`CreateToken`,kind:`mutation`},Be={document:b,name:`RevokeToken`,kind:`mutation`},Ve={document:ge,name:`Viewer`,kind:`query`},He={document:x,name:`ConditionList`,kind:`query`},Ue={document:x,name:`TreatmentList`,kind:`query`},We={document:x,name:`CredentialList`,kind:`query`},Ge={document:x,name:`InsurerList`,kind:`query`},Ke={document:S,name:`WorkingCopyList`,kind:`query`},qe={document:S,name:`PublishWorkingCopies`,kind:`mutation`},Je={document:S,name:`DiscardWorkingCopies`,kind:`mutation`},$={document:S,name:`UnscheduleWorkingCopy`,kind:`mutation`};export{s as $,Ie as A,T as B,P as C,Q as D,qe as E,k as F,z as G,Ue as H,V as I,Ke as J,$ as K,Be as L,q as M,C as N,w as O,A as P,ee as Q,L as R,Fe as S,E as T,F as U,Re as V,D as W,l as X,_e as Y,u as Z,I as _,M as a,Ne as b,We as c,H as d,o as et,W as f,J as g,Ge as h,O as i,Le as j,j as k,B as l,G as m,Y as n,i as nt,K as o,U as p,Ve as q,He as r,a as rt,ze as s,Me as t,c as tt,Je as u,X as v,R as w,Pe as x,Z as y,N as z};