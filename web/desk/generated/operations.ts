/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { Operation } from "../api/operation";
import articles_graphql from "../operations/articles.graphql?raw";
import bulk_graphql from "../operations/bulk.graphql?raw";
import duplicates_graphql from "../operations/duplicates.graphql?raw";
import front_graphql from "../operations/front.graphql?raw";
import provider_facets_graphql from "../operations/provider-facets.graphql?raw";
import providers_graphql from "../operations/providers.graphql?raw";
import reports_graphql from "../operations/reports.graphql?raw";
import tokens_graphql from "../operations/tokens.graphql?raw";
import viewer_graphql from "../operations/viewer.graphql?raw";
import vocabulary_graphql from "../operations/vocabulary.graphql?raw";
import working_copies_graphql from "../operations/working-copies.graphql?raw";
/** What makes a place usable with a disability. EXAM_ROOM and RESTROOM can be used with a wheelchair; SENSORY is a quiet place with soft light. */
export type AccessibilityFeature =
  | 'EXAM_ROOM'
  | 'PARKING'
  | 'PUBLIC_TRANSIT'
  | 'RESTROOM'
  | 'SENSORY'
  | 'WHEELCHAIR_ENTRANCE';

/** Whom a provider sees. */
export type AgeGroup =
  | 'ADULTS'
  | 'CHILDREN'
  | 'OLDER_ADULTS'
  | 'TEENS';

/** All that are given must hold; within one list any one of its members is enough. */
export type ArticleFilter = {
  conditions?: Array<string> | null | undefined;
  /** Has a medical review that was to be renewed before this day. */
  reviewDueBefore?: string | null | undefined;
  text?: string | null | undefined;
  treatments?: Array<string> | null | undefined;
};

/** What editors look for articles by. Those of reviews are of published articles. */
export type ArticleState =
  | 'ANY'
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'PUBLISHED'
  /** The review is due within 30 days. */
  | 'REVIEW_DUE'
  /** The day is past on which the review was due. */
  | 'REVIEW_OVERDUE'
  /** The text differs from the one that was reviewed. */
  | 'REVIEW_STALE'
  /** The working copy has a time to come at which it is to be published. */
  | 'SCHEDULED'
  /** The working copy could not be published at its time. */
  | 'SCHEDULE_FAILED'
  /** Nobody has reviewed it. */
  | 'UNREVIEWED'
  /** A working copy is open. workingCopies has those of articles that do not exist yet, too. */
  | 'WORKING_COPY';

/** How far an article has come. The public sees published ones only. */
export type ArticleStatus =
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'PUBLISHED';

/** What is between two parallels and two meridians, with its edges, in degrees. Where west is above east it crosses the antimeridian. */
export type Box = {
  east: number;
  north: number;
  south: number;
  west: number;
};

/** Who confirmed an entry: the provider, an editor who looked at what the provider publishes or called them, or a registry whose record agrees. */
export type ConfirmedBy =
  | 'EDITOR'
  | 'PROVIDER'
  | 'REGISTRY'
  | 'TELEPHONE';

/** Why two providers look like one. NPI: one has the number of the other's record; LICENSE: a licence with the same number; NAME_AND_PLACE: the same name in the same city; PHONE: the same telephone number and a word of the name. */
export type DuplicateReason =
  | 'LICENSE'
  | 'NAME_AND_PLACE'
  | 'NPI'
  | 'PHONE';

/** A part of an entry that is confirmed by itself. COST is fees and insurance. */
export type EntryPart =
  | 'AVAILABILITY'
  | 'CONTACT'
  | 'COST'
  | 'CREDENTIALS'
  | 'LOCATIONS'
  | 'NAME';

/** What a provider says their gender is. */
export type Gender =
  | 'MAN'
  | 'NONBINARY'
  | 'WOMAN';

/** Help for clients who do not share a language with the provider. */
export type LanguageService =
  | 'AMERICAN_SIGN_LANGUAGE'
  | 'INTERPRETERS';

/** Has a location near a place. withinMiles is above 0 and at most 500. */
export type Near = {
  at: Place;
  /** Also finds those who meet by video or phone and are in the state of the place, or hold a licence there that has not expired. In the order DISTANCE they come after those who are near. */
  orByVideoInState?: boolean | null | undefined;
  withinMiles?: number | null | undefined;
};

/** Times at which people with daytime obligations look for care: EVENINGS are hours after 6 p.m. on a weekday, WEEKENDS are hours on Saturday or Sunday. */
export type OpenTime =
  | 'EVENINGS'
  | 'WEEKENDS';

/** What a phone number is for. TTY is a text telephone, for people who do not hear. */
export type PhonePurpose =
  | 'FAX'
  | 'INTAKE'
  | 'MAIN'
  | 'TTY';

/** A ZIP code or ZIP+4 of the United States, a place by its name, or a point. */
export type Place =
  {   /** A city and its state, as Flint, MI or Flint, Michigan; a city alone, where one is larger than others of its name; or a ZIP code. */
  place: string; point?: never; postalCode?: never; }
  |  { place?: never;   point: Point; postalCode?: never; }
  |  { place?: never; point?: never;   postalCode: string; };

/** In degrees: latitude from -90 to 90, longitude from -180 to 180. */
export type Point = {
  latitude: number;
  longitude: number;
};

/** A group of people whom a provider says they know well. */
export type Population =
  | 'COUPLES'
  | 'DEAF_AND_HARD_OF_HEARING'
  | 'FAMILIES'
  | 'FIRST_RESPONDERS'
  | 'IMMIGRANTS_AND_REFUGEES'
  | 'JUSTICE_INVOLVED'
  | 'LGBTQ'
  | 'MILITARY_FAMILIES'
  | 'NEURODIVERGENT'
  | 'PEOPLE_WITH_DISABILITIES'
  | 'PREGNANT_AND_NEW_PARENTS'
  | 'STUDENTS'
  | 'TRANSGENDER'
  | 'VETERANS';

/** All that are given must hold; within one list any one of its members is enough, and allOf... lists ask for every member. An empty list counts as not given, and one has at most 100 members. Who has not said (years, fee, …) does not match a filter that asks. */
export type ProviderFilter = {
  acceptingNewClients?: boolean | null | undefined;
  accessibility?: Array<AccessibilityFeature> | null | undefined;
  ageGroups?: Array<AgeGroup> | null | undefined;
  allOfAccessibility?: Array<AccessibilityFeature> | null | undefined;
  allOfConditions?: Array<string> | null | undefined;
  /** In any state, as Flint, or in one, as Flint, Michigan or Flint, MI. */
  cities?: Array<string> | null | undefined;
  conditions?: Array<string> | null | undefined;
  /** Last confirmed their entry before this day. Who never has does not match; see unconfirmed. */
  confirmedBefore?: string | null | undefined;
  /** Confirmed their entry on this day or later. */
  confirmedSince?: string | null | undefined;
  credentials?: Array<string> | null | undefined;
  /** Compared without case and accents. */
  faiths?: Array<string> | null | undefined;
  freeConsultation?: boolean | null | undefined;
  genders?: Array<Gender> | null | undefined;
  /** True: had openings when they last said. See availability.asOf. */
  hasOpenings?: boolean | null | undefined;
  /** Compared without case and accents. */
  identities?: Array<string> | null | undefined;
  /** Insurers, by name, another name, slug or id, however a provider spells them; and other labels, compared without case and accents. */
  insurances?: Array<string> | null | undefined;
  kinds?: Array<ProviderKind> | null | undefined;
  languageServices?: Array<LanguageService> | null | undefined;
  languages?: Array<string> | null | undefined;
  /** Holds a licence in one of these states (two-letter codes) that has not expired, so may see clients there by video or phone. */
  licensedIn?: Array<string> | null | undefined;
  near?: Near | null | undefined;
  openAt?: Array<OpenTime> | null | undefined;
  populations?: Array<Population> | null | undefined;
  prescribes?: boolean | null | undefined;
  /** Highest acceptable fee for one session, in whole US dollars. */
  sessionFeeAtMost?: number | null | undefined;
  sessionFormats?: Array<SessionFormat> | null | undefined;
  /** True: the fee depends on what a client can pay. Who has not given a fee is not found either way. */
  slidingScale?: boolean | null | undefined;
  /** Two-letter codes. */
  states?: Array<string> | null | undefined;
  /** Words from a name, a condition, a treatment, a credential, a city or the statement; forgiving of typing errors and of an unfinished last word. */
  text?: string | null | undefined;
  treatments?: Array<string> | null | undefined;
  /** True: nobody has confirmed the entry lately; false: somebody has. */
  unconfirmed?: boolean | null | undefined;
  /** The longest acceptable wait for a first session, in weeks. */
  waitingWeeksAtMost?: number | null | undefined;
  /** Has a location there. */
  within?: Within | null | undefined;
  /** At least this many years. */
  yearsInPractice?: number | null | undefined;
};

/** One person, or a practice, clinic or hospital. */
export type ProviderKind =
  | 'INDIVIDUAL'
  | 'ORGANIZATION';

/** RELEVANCE where there is a text, else DISTANCE where there is near, else NAME. DISTANCE needs near. Ties are ordered by name. */
export type ProviderOrder =
  | 'DISTANCE'
  | 'EXPERIENCE'
  /** Who was never confirmed comes first, then who was confirmed the longest ago. */
  | 'LEAST_RECENTLY_CONFIRMED'
  | 'NAME'
  | 'RECENTLY_UPDATED'
  /** Who accepts new clients comes before who has not said, and last who does not; among them who was confirmed lately, then who has a complete entry. Equals are shuffled, anew each day (UTC); a cursor goes on in the order of its day. */
  | 'RECOMMENDED'
  | 'RELEVANCE';

/** What editors look for providers by. All but RETIRED are of those that are listed. */
export type ProviderState =
  /** It looks like another one. */
  | 'DUPLICATE'
  | 'LISTED'
  /** A reader has reported an error, and nobody has looked at it yet. */
  | 'REPORTED'
  /** Out of every public answer. */
  | 'RETIRED'
  /** The working copy has a time to come at which it is to be published. */
  | 'SCHEDULED'
  /** The working copy could not be published at its time. */
  | 'SCHEDULE_FAILED'
  /** Nobody has confirmed the whole entry lately. */
  | 'UNCONFIRMED'
  /** A working copy is open. workingCopies has those of providers that are not listed, too. */
  | 'WORKING_COPY';

/** Whether a provider is listed. The public sees active ones only. */
export type ProviderStatus =
  | 'ACTIVE'
  | 'RETIRED';

/** What somebody may do. */
export type Role =
  | 'ADMIN'
  | 'EDITOR'
  | 'REVIEWER'
  | 'VIEWER';

/** A working copy as you have seen it. */
export type SavedCopyInput = {
  id: string | number;
  save: number;
};

/** How a client and a provider meet. */
export type SessionFormat =
  | 'IN_PERSON'
  | 'PHONE'
  | 'VIDEO';

/** A part of the globe. */
export type Within =
  {   box: Box; };

/** What has working copies. */
export type WorkingCopyKind =
  | 'ARTICLE'
  | 'PROVIDER';

export type ArticleListQueryVariables = Exact<{
  state: ArticleState;
  filter?: ArticleFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ArticleListQuery = { articles: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, slug: string, revision: number, status: ArticleStatus, title: string, author: string, publishedOn: string, updatedOn: string, updatedAt: string, medicalReview: { reviewer: string, reviewedOn: string, stale: boolean, reviewDueOn: string | null, overdue: boolean } | null, workingCopy: { save: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null } | null }> } };

export type RetireProviderMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type RetireProviderMutation = { result: { userErrors: Array<{ message: string }> } };

export type ReinstateProviderMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type ReinstateProviderMutation = { result: { userErrors: Array<{ message: string }> } };

export type ConfirmProviderMutationVariables = Exact<{
  id: string | number;
  by: ConfirmedBy;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type ConfirmProviderMutation = { result: { userErrors: Array<{ message: string }> } };

export type SubmitArticleMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type SubmitArticleMutation = { result: { userErrors: Array<{ message: string }> } };

export type PublishArticleMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type PublishArticleMutation = { result: { userErrors: Array<{ message: string }> } };

export type UnpublishArticleMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type UnpublishArticleMutation = { result: { userErrors: Array<{ message: string }> } };

export type DuplicatesQueryVariables = Exact<{
  first: number;
}>;


export type DuplicatesQuery = { duplicates: { totalCount: number, pairs: Array<{ reasons: Array<DuplicateReason>, a: { id: string, slug: string, revision: number, kind: ProviderKind, name: string, npi: string | null, website: string | null, email: string | null, statement: string | null, confirmedOn: string | null, updatedAt: string, credentials: Array<{ label: string }>, licenses: Array<{ state: string, number: string | null, credential: { abbreviation: string | null, label: string } }>, locations: Array<{ label: string, phone: string | null }>, phones: Array<{ purpose: PhonePurpose, number: string }>, conditions: Array<{ label: string }>, treatments: Array<{ label: string }> }, b: { id: string, slug: string, revision: number, kind: ProviderKind, name: string, npi: string | null, website: string | null, email: string | null, statement: string | null, confirmedOn: string | null, updatedAt: string, credentials: Array<{ label: string }>, licenses: Array<{ state: string, number: string | null, credential: { abbreviation: string | null, label: string } }>, locations: Array<{ label: string, phone: string | null }>, phones: Array<{ purpose: PhonePurpose, number: string }>, conditions: Array<{ label: string }>, treatments: Array<{ label: string }> } }> } };

export type DuplicateSideFragment = { id: string, slug: string, revision: number, kind: ProviderKind, name: string, npi: string | null, website: string | null, email: string | null, statement: string | null, confirmedOn: string | null, updatedAt: string, credentials: Array<{ label: string }>, licenses: Array<{ state: string, number: string | null, credential: { abbreviation: string | null, label: string } }>, locations: Array<{ label: string, phone: string | null }>, phones: Array<{ purpose: PhonePurpose, number: string }>, conditions: Array<{ label: string }>, treatments: Array<{ label: string }> };

export type FrontQueryVariables = Exact<{
  me: string | number;
}>;


export type FrontQuery = { inReview: { totalCount: number, nodes: Array<{ id: string, title: string, updatedOn: string, medicalReview: { reviewDueOn: string | null, reviewedOn: string } | null }> }, stale: { totalCount: number, nodes: Array<{ id: string, title: string, updatedOn: string, medicalReview: { reviewDueOn: string | null, reviewedOn: string } | null }> }, overdue: { totalCount: number, nodes: Array<{ id: string, title: string, updatedOn: string, medicalReview: { reviewDueOn: string | null, reviewedOn: string } | null }> }, due: { totalCount: number, nodes: Array<{ id: string, title: string, updatedOn: string, medicalReview: { reviewDueOn: string | null, reviewedOn: string } | null }> }, mine: { totalCount: number, nodes: Array<{ id: string, kind: WorkingCopyKind, content: string, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null }> }, scheduled: { totalCount: number, nodes: Array<{ id: string, kind: WorkingCopyKind, content: string, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null }> }, failed: { totalCount: number, nodes: Array<{ id: string, kind: WorkingCopyKind, content: string, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null }> }, reports: Array<{ id: string, text: string, at: string, provider: { id: string, name: string } | null }>, reported: { totalCount: number }, unconfirmed: { totalCount: number, nodes: Array<{ id: string, name: string, confirmedOn: string | null }> }, duplicates: { totalCount: number }, quarantine: { totalCount: number, documents: Array<{ kind: string, id: string, problem: { message: string } }> }, directory: { providerCount: number, articleCount: number, updatedAt: string } };

export type FrontArticlesFragment = { totalCount: number, nodes: Array<{ id: string, title: string, updatedOn: string, medicalReview: { reviewDueOn: string | null, reviewedOn: string } | null }> };

export type FrontCopiesFragment = { totalCount: number, nodes: Array<{ id: string, kind: WorkingCopyKind, content: string, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null }> };

export type ProviderFacetsQueryVariables = Exact<{
  filter?: ProviderFilter | null | undefined;
}>;


export type ProviderFacetsQuery = { providers: { facets: { conditions: Array<{ count: number, condition: { label: string, slug: string } }>, treatments: Array<{ count: number, treatment: { label: string, slug: string } }>, credentials: Array<{ count: number, credential: { label: string, slug: string } }>, states: Array<{ value: string, label: string, count: number }>, cities: Array<{ value: string, label: string, count: number }>, languages: Array<{ value: string, label: string, count: number }>, insurances: Array<{ value: string, label: string, count: number }>, sessionFormats: Array<{ value: string, label: string, count: number }>, ageGroups: Array<{ value: string, label: string, count: number }>, openAt: Array<{ value: string, label: string, count: number }>, accessibility: Array<{ value: string, label: string, count: number }>, languageServices: Array<{ value: string, label: string, count: number }>, genders: Array<{ value: string, label: string, count: number }>, identities: Array<{ value: string, label: string, count: number }>, faiths: Array<{ value: string, label: string, count: number }>, populations: Array<{ value: string, label: string, count: number }> } } };

export type ProviderFacetsInStateQueryVariables = Exact<{
  state: ProviderState;
  filter?: ProviderFilter | null | undefined;
}>;


export type ProviderFacetsInStateQuery = { providers: { facets: { conditions: Array<{ count: number, condition: { label: string, slug: string } }>, treatments: Array<{ count: number, treatment: { label: string, slug: string } }>, credentials: Array<{ count: number, credential: { label: string, slug: string } }>, states: Array<{ value: string, label: string, count: number }>, cities: Array<{ value: string, label: string, count: number }>, languages: Array<{ value: string, label: string, count: number }>, insurances: Array<{ value: string, label: string, count: number }>, sessionFormats: Array<{ value: string, label: string, count: number }>, ageGroups: Array<{ value: string, label: string, count: number }>, openAt: Array<{ value: string, label: string, count: number }>, accessibility: Array<{ value: string, label: string, count: number }>, languageServices: Array<{ value: string, label: string, count: number }>, genders: Array<{ value: string, label: string, count: number }>, identities: Array<{ value: string, label: string, count: number }>, faiths: Array<{ value: string, label: string, count: number }>, populations: Array<{ value: string, label: string, count: number }> } } };

export type ProviderFacetValuesFragment = { conditions: Array<{ count: number, condition: { label: string, slug: string } }>, treatments: Array<{ count: number, treatment: { label: string, slug: string } }>, credentials: Array<{ count: number, credential: { label: string, slug: string } }>, states: Array<{ value: string, label: string, count: number }>, cities: Array<{ value: string, label: string, count: number }>, languages: Array<{ value: string, label: string, count: number }>, insurances: Array<{ value: string, label: string, count: number }>, sessionFormats: Array<{ value: string, label: string, count: number }>, ageGroups: Array<{ value: string, label: string, count: number }>, openAt: Array<{ value: string, label: string, count: number }>, accessibility: Array<{ value: string, label: string, count: number }>, languageServices: Array<{ value: string, label: string, count: number }>, genders: Array<{ value: string, label: string, count: number }>, identities: Array<{ value: string, label: string, count: number }>, faiths: Array<{ value: string, label: string, count: number }>, populations: Array<{ value: string, label: string, count: number }> };

export type FacetValueFragment = { value: string, label: string, count: number };

export type ProviderListQueryVariables = Exact<{
  filter?: ProviderFilter | null | undefined;
  orderBy?: ProviderOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ProviderListQuery = { providers: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, slug: string, revision: number, status: ProviderStatus, kind: ProviderKind, name: string, npi: string | null, languages: Array<string>, acceptingNewClients: boolean | null, confirmedOn: string | null, unconfirmed: boolean, updatedAt: string, credentials: Array<{ label: string, abbreviation: string | null }>, locations: Array<{ city: string, stateCode: string }>, phones: Array<{ purpose: PhonePurpose, number: string, extension: string | null }>, workingCopy: { save: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null } | null }> } };

export type ProvidersInStateQueryVariables = Exact<{
  state: ProviderState;
  filter?: ProviderFilter | null | undefined;
  orderBy?: ProviderOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ProvidersInStateQuery = { providers: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, slug: string, revision: number, status: ProviderStatus, kind: ProviderKind, name: string, npi: string | null, languages: Array<string>, acceptingNewClients: boolean | null, confirmedOn: string | null, unconfirmed: boolean, updatedAt: string, credentials: Array<{ label: string, abbreviation: string | null }>, locations: Array<{ city: string, stateCode: string }>, phones: Array<{ purpose: PhonePurpose, number: string, extension: string | null }>, workingCopy: { save: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null } | null }> } };

export type ProviderPageFragment = { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, slug: string, revision: number, status: ProviderStatus, kind: ProviderKind, name: string, npi: string | null, languages: Array<string>, acceptingNewClients: boolean | null, confirmedOn: string | null, unconfirmed: boolean, updatedAt: string, credentials: Array<{ label: string, abbreviation: string | null }>, locations: Array<{ city: string, stateCode: string }>, phones: Array<{ purpose: PhonePurpose, number: string, extension: string | null }>, workingCopy: { save: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null } | null }> };

export type ReportsQueryVariables = Exact<{
  first: number;
}>;


export type ReportsQuery = { reports: Array<{ id: string, part: EntryPart | null, text: string, at: string, provider: { id: string, name: string } | null }> };

export type ResolveReportMutationVariables = Exact<{
  id: string | number;
}>;


export type ResolveReportMutation = { resolveReport: { userErrors: Array<{ message: string }> } };

export type TokensQueryVariables = Exact<{ [key: string]: never; }>;


export type TokensQuery = { tokens: Array<{ id: string, name: string, role: Role, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedOn: string | null }> };

export type CreateTokenMutationVariables = Exact<{
  name: string;
  role: Role;
  expiresOn?: string | null | undefined;
}>;


export type CreateTokenMutation = { createToken: { secret: string | null, userErrors: Array<{ message: string, field: Array<string> }> } };

export type RevokeTokenMutationVariables = Exact<{
  id: string | number;
  force: boolean;
}>;


export type RevokeTokenMutation = { revokeToken: { userErrors: Array<{ message: string }> } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, role: Role } };

export type ConditionListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ConditionListQuery = { words: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, slug: string, revision: number, label: string, alsoKnownAs: Array<string>, providers: { totalCount: number } }> } };

export type TreatmentListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TreatmentListQuery = { words: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, slug: string, revision: number, label: string, alsoKnownAs: Array<string>, providers: { totalCount: number } }> } };

export type CredentialListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CredentialListQuery = { words: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, slug: string, revision: number, label: string, providers: { totalCount: number } }> } };

export type InsurerListQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type InsurerListQuery = { words: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, slug: string, revision: number, alsoKnownAs: Array<string>, label: string, providers: { totalCount: number } }> } };

export type WorkingCopyListQueryVariables = Exact<{
  kind?: WorkingCopyKind | null | undefined;
  scheduled?: boolean | null | undefined;
  failed?: boolean | null | undefined;
  savedBy?: string | number | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type WorkingCopyListQuery = { workingCopies: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, kind: WorkingCopyKind, save: number, baseRevision: number, savedAt: string, savedBy: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null, content: string }> } };

export type PublishWorkingCopiesMutationVariables = Exact<{
  copies: Array<SavedCopyInput> | SavedCopyInput;
  at?: string | null | undefined;
}>;


export type PublishWorkingCopiesMutation = { results: Array<{ userErrors: Array<{ message: string }> }> };

export type DiscardWorkingCopiesMutationVariables = Exact<{
  copies: Array<SavedCopyInput> | SavedCopyInput;
}>;


export type DiscardWorkingCopiesMutation = { results: Array<{ userErrors: Array<{ message: string }> }> };

export type UnscheduleWorkingCopyMutationVariables = Exact<{
  id: string | number;
  expectedSave: number;
}>;


export type UnscheduleWorkingCopyMutation = { result: { userErrors: Array<{ message: string }> } };

export const ArticleList: Operation<ArticleListQuery, ArticleListQueryVariables> = { document: articles_graphql, name: "ArticleList", kind: "query" };
export const RetireProvider: Operation<RetireProviderMutation, RetireProviderMutationVariables> = { document: bulk_graphql, name: "RetireProvider", kind: "mutation" };
export const ReinstateProvider: Operation<ReinstateProviderMutation, ReinstateProviderMutationVariables> = { document: bulk_graphql, name: "ReinstateProvider", kind: "mutation" };
export const ConfirmProvider: Operation<ConfirmProviderMutation, ConfirmProviderMutationVariables> = { document: bulk_graphql, name: "ConfirmProvider", kind: "mutation" };
export const SubmitArticle: Operation<SubmitArticleMutation, SubmitArticleMutationVariables> = { document: bulk_graphql, name: "SubmitArticle", kind: "mutation" };
export const PublishArticle: Operation<PublishArticleMutation, PublishArticleMutationVariables> = { document: bulk_graphql, name: "PublishArticle", kind: "mutation" };
export const UnpublishArticle: Operation<UnpublishArticleMutation, UnpublishArticleMutationVariables> = { document: bulk_graphql, name: "UnpublishArticle", kind: "mutation" };
export const Duplicates: Operation<DuplicatesQuery, DuplicatesQueryVariables> = { document: duplicates_graphql, name: "Duplicates", kind: "query" };
export const Front: Operation<FrontQuery, FrontQueryVariables> = { document: front_graphql, name: "Front", kind: "query" };
export const ProviderFacets: Operation<ProviderFacetsQuery, ProviderFacetsQueryVariables> = { document: provider_facets_graphql, name: "ProviderFacets", kind: "query" };
export const ProviderFacetsInState: Operation<ProviderFacetsInStateQuery, ProviderFacetsInStateQueryVariables> = { document: provider_facets_graphql, name: "ProviderFacetsInState", kind: "query" };
export const ProviderList: Operation<ProviderListQuery, ProviderListQueryVariables> = { document: providers_graphql, name: "ProviderList", kind: "query" };
export const ProvidersInState: Operation<ProvidersInStateQuery, ProvidersInStateQueryVariables> = { document: providers_graphql, name: "ProvidersInState", kind: "query" };
export const Reports: Operation<ReportsQuery, ReportsQueryVariables> = { document: reports_graphql, name: "Reports", kind: "query" };
export const ResolveReport: Operation<ResolveReportMutation, ResolveReportMutationVariables> = { document: reports_graphql, name: "ResolveReport", kind: "mutation" };
export const Tokens: Operation<TokensQuery, TokensQueryVariables> = { document: tokens_graphql, name: "Tokens", kind: "query" };
export const CreateToken: Operation<CreateTokenMutation, CreateTokenMutationVariables> = { document: tokens_graphql, name: "CreateToken", kind: "mutation" };
export const RevokeToken: Operation<RevokeTokenMutation, RevokeTokenMutationVariables> = { document: tokens_graphql, name: "RevokeToken", kind: "mutation" };
export const Viewer: Operation<ViewerQuery, ViewerQueryVariables> = { document: viewer_graphql, name: "Viewer", kind: "query" };
export const ConditionList: Operation<ConditionListQuery, ConditionListQueryVariables> = { document: vocabulary_graphql, name: "ConditionList", kind: "query" };
export const TreatmentList: Operation<TreatmentListQuery, TreatmentListQueryVariables> = { document: vocabulary_graphql, name: "TreatmentList", kind: "query" };
export const CredentialList: Operation<CredentialListQuery, CredentialListQueryVariables> = { document: vocabulary_graphql, name: "CredentialList", kind: "query" };
export const InsurerList: Operation<InsurerListQuery, InsurerListQueryVariables> = { document: vocabulary_graphql, name: "InsurerList", kind: "query" };
export const WorkingCopyList: Operation<WorkingCopyListQuery, WorkingCopyListQueryVariables> = { document: working_copies_graphql, name: "WorkingCopyList", kind: "query" };
export const PublishWorkingCopies: Operation<PublishWorkingCopiesMutation, PublishWorkingCopiesMutationVariables> = { document: working_copies_graphql, name: "PublishWorkingCopies", kind: "mutation" };
export const DiscardWorkingCopies: Operation<DiscardWorkingCopiesMutation, DiscardWorkingCopiesMutationVariables> = { document: working_copies_graphql, name: "DiscardWorkingCopies", kind: "mutation" };
export const UnscheduleWorkingCopy: Operation<UnscheduleWorkingCopyMutation, UnscheduleWorkingCopyMutationVariables> = { document: working_copies_graphql, name: "UnscheduleWorkingCopy", kind: "mutation" };
