/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { CalendarDate, Instant } from '../scalars.js';
import type { Document } from "../document.js";
/** What makes a place usable with a disability. EXAM_ROOM and RESTROOM can be used with a wheelchair; SENSORY is a quiet place with soft light. */
export type AccessibilityFeature =
  /** The room where clients are seen can be used with a wheelchair. */
  | 'EXAM_ROOM'
  /** There is parking for people with disabilities. */
  | 'PARKING'
  /** It can be reached by bus or train. */
  | 'PUBLIC_TRANSIT'
  /** A restroom can be used with a wheelchair. */
  | 'RESTROOM'
  /** A quiet place with soft light. */
  | 'SENSORY'
  /** The entrance can be used with a wheelchair. */
  | 'WHEELCHAIR_ENTRANCE';

/** Whom a provider sees. */
export type AgeGroup =
  /** Adults. */
  | 'ADULTS'
  /** Children. */
  | 'CHILDREN'
  /** Older adults. */
  | 'OLDER_ADULTS'
  /** Teenagers. */
  | 'TEENS';

/** What is between two parallels and two meridians, with its edges, in degrees. Where west is above east it crosses the antimeridian. */
export type Box = {
  /** The eastern edge, as a longitude in degrees. */
  east: number;
  /** The northern edge, as a latitude in degrees. */
  north: number;
  /** The southern edge, as a latitude in degrees. */
  south: number;
  /** The western edge, as a longitude in degrees. */
  west: number;
};

/** Who says that a provider takes an insurer. */
export type CoverageSource =
  /** An editor. */
  | 'EDITOR'
  /** The insurer. */
  | 'INSURER'
  /** The provider. */
  | 'PROVIDER'
  /** The record of a registry. */
  | 'REGISTRY';

/** A day of the week. */
export type DayOfWeek =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

/** What a provider says their gender is. */
export type Gender =
  /** A man. */
  | 'MAN'
  /** Neither only a woman nor only a man. */
  | 'NONBINARY'
  /** A woman. */
  | 'WOMAN';

/** What a part of a text is about. */
export type IntentKind =
  /** What makes a place usable with a disability. */
  | 'ACCESSIBILITY'
  /** How old the client is. */
  | 'AGE_GROUP'
  /** Openings, new clients, waiting time, or hours. */
  | 'AVAILABILITY'
  /** What care is sought for. */
  | 'CONDITION'
  /** What a session costs, a sliding scale, or a free first conversation. */
  | 'COST'
  /** A profession or degree. */
  | 'CREDENTIAL'
  /** Years in practice. */
  | 'EXPERIENCE'
  /** What a provider says of themselves: their gender, identity or faith. */
  | 'IDENTITY'
  /** Who is to pay. */
  | 'INSURER'
  /** A language in which care is given. */
  | 'LANGUAGE'
  /** A state in which the provider is to hold a licence. */
  | 'LICENSE'
  /** A word of the provider's name. */
  | 'NAME'
  /** A National Provider Identifier. */
  | 'NPI'
  /** A phone number. */
  | 'PHONE'
  /** Where. */
  | 'PLACE'
  /** A group of people whom a provider knows well. */
  | 'POPULATION'
  /** Whether medication is prescribed. */
  | 'PRESCRIBING'
  /** A person, or an organization. */
  | 'PROVIDER_KIND'
  /** How client and provider meet. */
  | 'SESSION_FORMAT'
  /** A form of care. */
  | 'TREATMENT'
  /** A word of what providers say in their own words. */
  | 'WORD';

/** A level of the Interagency Language Roundtable, from 1 (ELEMENTARY) to 5 (NATIVE). */
export type LanguageProficiency =
  /** Level 4: fluent and exact on all matters. */
  | 'ADVANCED'
  /** Level 1: what a traveller needs. */
  | 'ELEMENTARY'
  /** Level 2: everyday conversation, and simple matters of work. */
  | 'LIMITED_WORKING'
  /** Level 5: as somebody who grew up with the language. */
  | 'NATIVE'
  /** Level 3: a conversation about almost anything. */
  | 'PROFESSIONAL';

/** Help for clients who do not share a language with the provider. */
export type LanguageService =
  /** The provider uses American Sign Language. */
  | 'AMERICAN_SIGN_LANGUAGE'
  /** Interpreters come, or are called, for languages that the provider does not speak. */
  | 'INTERPRETERS';

/** Has a location near a place. withinMiles is above 0 and at most 500. */
export type Near = {
  /** The place. */
  at: Place;
  /** Also finds those who meet by video or phone and are in the state of the place, or hold a licence there that has not expired. In the order DISTANCE they come after those who are near. */
  orByVideoInState?: boolean | null | undefined;
  /** How far away a location may be, in miles; above 0 and at most 500. */
  withinMiles?: number | null | undefined;
};

/** Whether a provider has a contract with an insurer. OUT_OF_NETWORK: they have none, and clients may ask the insurer for some of the fee. */
export type Network =
  /** They have a contract. */
  | 'IN_NETWORK'
  /** They have none; clients may ask the insurer for some of the fee. */
  | 'OUT_OF_NETWORK';

/** Times at which people with daytime obligations look for care: EVENINGS are hours after 6 p.m. on a weekday, WEEKENDS are hours on Saturday or Sunday. */
export type OpenTime =
  /** After 6 p.m. on a weekday. */
  | 'EVENINGS'
  /** On Saturday or Sunday. */
  | 'WEEKENDS';

/** What a phone number is for. TTY is a text telephone, for people who do not hear. */
export type PhonePurpose =
  /** A fax machine: nobody answers. */
  | 'FAX'
  /** For those who are not clients yet. */
  | 'INTAKE'
  /** The number to call first. */
  | 'MAIN'
  /** A text telephone, for people who do not hear. */
  | 'TTY';

/** A ZIP code or ZIP+4 of the United States, a place by its name, or a point. */
export type Place =
  {   /** A city and its state, as Flint, MI or Flint, Michigan; a city alone, where one is larger than others of its name; or a ZIP code. */
  place: string; point?: never; postalCode?: never; }
  |  { place?: never;   /** A point, such as where a person is. */
  point: Point; postalCode?: never; }
  |  { place?: never; point?: never;   /** A ZIP code or ZIP+4, for example 48503. */
  postalCode: string; };

/** In degrees: latitude from -90 to 90, longitude from -180 to 180. */
export type Point = {
  /** In degrees, from -90 to 90; north is positive. */
  latitude: number;
  /** In degrees, from -180 to 180; east is positive. */
  longitude: number;
};

/** A group of people whom a provider says they know well. */
export type Population =
  /** Couples. */
  | 'COUPLES'
  /** People who hear little or nothing. */
  | 'DEAF_AND_HARD_OF_HEARING'
  /** Families. */
  | 'FAMILIES'
  /** Police officers, firefighters and paramedics. */
  | 'FIRST_RESPONDERS'
  /** Immigrants and refugees. */
  | 'IMMIGRANTS_AND_REFUGEES'
  /** People who have been in prison, or are before a court. */
  | 'JUSTICE_INVOLVED'
  /** People who are lesbian, gay, bisexual, transgender or queer. */
  | 'LGBTQ'
  /** Those who serve in the armed forces, and their families. */
  | 'MILITARY_FAMILIES'
  /** People with autism, ADHD and the like. */
  | 'NEURODIVERGENT'
  /** People with disabilities. */
  | 'PEOPLE_WITH_DISABILITIES'
  /** Those who expect a child or have just had one. */
  | 'PREGNANT_AND_NEW_PARENTS'
  /** Students. */
  | 'STUDENTS'
  /** Transgender people. */
  | 'TRANSGENDER'
  /** Those who have served in the armed forces. */
  | 'VETERANS';

/** All that are given must hold; within one list any one of its members is enough, and allOf... lists ask for every member. An empty list counts as not given, and one has at most 100 members. Who has not said (years, fee, …) does not match a filter that asks. */
export type ProviderFilter = {
  /** True: accepts new clients; false: does not. Who has not said is not found either way. */
  acceptingNewClients?: boolean | null | undefined;
  /** Has one of these features. */
  accessibility?: Array<AccessibilityFeature> | null | undefined;
  /** Sees one of these age groups. */
  ageGroups?: Array<AgeGroup> | null | undefined;
  /** Has all of these features. */
  allOfAccessibility?: Array<AccessibilityFeature> | null | undefined;
  /** Treats all of these conditions, by slug or id. */
  allOfConditions?: Array<string> | null | undefined;
  /** In any state, as Flint, or in one, as Flint, Michigan or Flint, MI. */
  cities?: Array<string> | null | undefined;
  /** Treats one of these conditions, by slug or id. */
  conditions?: Array<string> | null | undefined;
  /** Last confirmed their entry before this day. Who never has does not match; see unconfirmed. */
  confirmedBefore?: CalendarDate | null | undefined;
  /** Confirmed their entry on this day or later. */
  confirmedSince?: CalendarDate | null | undefined;
  /** Holds one of these credentials, by slug or id. */
  credentials?: Array<string> | null | undefined;
  /** Compared without case and accents. */
  faiths?: Array<string> | null | undefined;
  /** True: the first conversation is free; false: it is not. Who has not said is not found either way. */
  freeConsultation?: boolean | null | undefined;
  /** Says that they are of one of these genders. */
  genders?: Array<Gender> | null | undefined;
  /** True: had openings when they last said. See availability.asOf. */
  hasOpenings?: boolean | null | undefined;
  /** Compared without case and accents. */
  identities?: Array<string> | null | undefined;
  /** Insurers, by name, another name, slug or id, however a provider spells them; and other labels, compared without case and accents. */
  insurances?: Array<string> | null | undefined;
  /** Is a person, or an organization. */
  kinds?: Array<ProviderKind> | null | undefined;
  /** Offers one of these services. */
  languageServices?: Array<LanguageService> | null | undefined;
  /** Gives care in one of these languages, by their English names, for example Spanish. */
  languages?: Array<string> | null | undefined;
  /** Holds a licence in one of these states (two-letter codes) that has not expired, so may see clients there by video or phone. */
  licensedIn?: Array<string> | null | undefined;
  /** Has a location near a place. */
  near?: Near | null | undefined;
  /** Has hours at one of these times. */
  openAt?: Array<OpenTime> | null | undefined;
  /** Says that they know one of these groups well. */
  populations?: Array<Population> | null | undefined;
  /** True: prescribes medication; false: does not. Who has not said is not found either way. */
  prescribes?: boolean | null | undefined;
  /** Highest acceptable fee for one session, in whole US dollars. */
  sessionFeeAtMost?: number | null | undefined;
  /** Meets clients in one of these ways. */
  sessionFormats?: Array<SessionFormat> | null | undefined;
  /** True: the fee depends on what a client can pay. Who has not given a fee is not found either way. */
  slidingScale?: boolean | null | undefined;
  /** Two-letter codes. */
  states?: Array<string> | null | undefined;
  /** Words from a name, a condition, a treatment, a credential, a city or the statement; forgiving of typing errors and of an unfinished last word. */
  text?: string | null | undefined;
  /** Offers one of these treatments, by slug or id. */
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
  /** One person. */
  | 'INDIVIDUAL'
  /** A practice, clinic or hospital. */
  | 'ORGANIZATION';

/** RELEVANCE where there is a text, else DISTANCE where there is near, else NAME. DISTANCE needs near. Ties are ordered by name. */
export type ProviderOrder =
  /** How far their nearest location is from filter.near, the nearest first. */
  | 'DISTANCE'
  /** Years in practice, most first; who has not said comes last. */
  | 'EXPERIENCE'
  /** Who was never confirmed comes first, then who was confirmed the longest ago. */
  | 'LEAST_RECENTLY_CONFIRMED'
  /** By name, from A to Z. */
  | 'NAME'
  /** When the entry was last changed, the latest first. */
  | 'RECENTLY_UPDATED'
  /** Who accepts new clients comes before who has not said, and last who does not; among them who was confirmed lately, then who has a complete entry. Equals are shuffled, anew each day (UTC); a cursor goes on in the order of its day. */
  | 'RECOMMENDED'
  /** How well they fit the text, the best first. */
  | 'RELEVANCE';

/** How a client and a provider meet. */
export type SessionFormat =
  /** At a location of the provider. */
  | 'IN_PERSON'
  /** By telephone. */
  | 'PHONE'
  /** By a video call. */
  | 'VIDEO';

/** What a suggestion completes to. */
export type SuggestionKind =
  /** The title of an article. */
  | 'ARTICLE'
  /** A condition. */
  | 'CONDITION'
  /** A credential. */
  | 'CREDENTIAL'
  /** An insurer, or what else people pay with. */
  | 'INSURER'
  /** A language. */
  | 'LANGUAGE'
  /** A city with its state, or a ZIP code. */
  | 'PLACE'
  /** The name of a provider. */
  | 'PROVIDER'
  /** A treatment. */
  | 'TREATMENT';

/** Why words were not used. */
export type UnusedReason =
  /** It asks for a place: give one in filter.near. */
  | 'NEEDS_PLACE'
  /** It says what is not wanted. No filter leaves anybody out. */
  | 'NEGATION'
  /** Providers can say this of themselves, and none has. */
  | 'NOBODY_SAYS_SO'
  /** Nothing in the directory has the word. */
  | 'NOT_FOUND'
  /** The directory does not hold this, for example how good somebody is. */
  | 'NOT_RECORDED'
  /** Only what some providers say in their own words has it, or it says little beside the rest of a sentence. */
  | 'ONLY_MENTIONED';

/** A part of the globe. */
export type Within =
  {   /** What is between two parallels and two meridians. */
  box: Box; };

export type CarePageQueryVariables = Exact<{
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CarePageQuery = { article: { __typename: 'Article', id: string, slug: string, title: string, url: string, author: string, publishedOn: CalendarDate, updatedOn: CalendarDate, readingMinutes: number, lead: string, providers: { __typename: 'ProviderConnection', totalCount: number, edges: Array<{ __typename: 'ProviderEdge', node: { __typename: 'Provider', id: string, slug: string, name: string, kind: ProviderKind, pronouns: string | null, summary: string, acceptingNewClients: boolean | null, sessionFormats: Array<SessionFormat>, languages: Array<string>, insurances: Array<string>, confirmedOn: CalendarDate | null, unconfirmed: boolean, profileUrl: string, credentials: Array<{ __typename: 'Credential', id: string, label: string }>, locations: Array<{ __typename: 'Location', id: string, label: string, city: string, stateCode: string, phone: string | null, latitude: number | null, longitude: number | null }>, sessionFee: { __typename: 'FeeRange', currency: string, minimum: number, maximum: number, slidingScale: boolean } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null }, crisisResources: Array<{ __typename: 'CrisisResource', name: string, callNumber: string | null, smsNumber: string | null, smsKeyword: string | null, note: string | null, url: string, description: string }> }, topic:
      | { __typename: 'Condition', id: string, slug: string, name: string, label: string, description: string | null }
      | { __typename: 'Credential', id: string, slug: string, name: string, label: string }
      | { __typename: 'Insurer', id: string, slug: string, name: string, label: string }
      | { __typename: 'Treatment', id: string, slug: string, name: string, label: string, description: string | null }
    , medicalReview: { __typename: 'MedicalReview', reviewer: string, reviewedOn: CalendarDate, stale: boolean, reviewDueOn: CalendarDate | null, overdue: boolean, credentials: Array<{ __typename: 'Credential', id: string, label: string, abbreviation: string | null }> } | null, crisisResources: Array<{ __typename: 'CrisisResource', name: string, callNumber: string | null, smsNumber: string | null, smsKeyword: string | null, note: string | null, url: string, description: string }>, sections: Array<{ __typename: 'Section', id: string, anchor: string, heading: string, body: string, sections: Array<{ __typename: 'Section', id: string, anchor: string, heading: string, body: string }> }>, sources: Array<{ __typename: 'Source', title: string, publisher: string | null, url: string }>, callToAction: { __typename: 'CallToAction', heading: string, body: string } | null, related: Array<{ __typename: 'Article', id: string, slug: string, title: string, lead: string, url: string }> } | null, directory: { __typename: 'Directory', version: string } };

export type DirectoryChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type DirectoryChangedSubscription = { directoryChanged: { __typename: 'Directory', version: string, updatedAt: Instant, providerCount: number, articleCount: number } };

export type ProviderChangedSubscriptionVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ProviderChangedSubscription = { providerChanged: { __typename: 'ProviderChange', id: string, provider: { __typename: 'Provider', npi: string | null, statement: string | null, yearsInPractice: number | null, otherNames: Array<string>, ageGroups: Array<AgeGroup>, website: string | null, bookingUrl: string | null, email: string | null, languageServices: Array<LanguageService> | null, accessibility: Array<AccessibilityFeature> | null, gender: Gender | null, identities: Array<string> | null, faith: string | null, populations: Array<Population> | null, freeConsultation: boolean | null, prescribes: boolean | null, reportUrl: string, id: string, slug: string, name: string, kind: ProviderKind, pronouns: string | null, summary: string, acceptingNewClients: boolean | null, sessionFormats: Array<SessionFormat>, languages: Array<string>, insurances: Array<string>, confirmedOn: CalendarDate | null, unconfirmed: boolean, profileUrl: string, licenses: Array<{ __typename: 'License', id: string, state: string, number: string | null, expiresOn: CalendarDate | null, expired: boolean, credential: { __typename: 'Credential', id: string, label: string } }>, conditions: Array<{ __typename: 'Condition', id: string, slug: string, name: string }>, treatments: Array<{ __typename: 'Treatment', id: string, slug: string, name: string, label: string }>, coverage: Array<{ __typename: 'Coverage', plan: string | null, network: Network | null, source: CoverageSource | null, asOf: CalendarDate | null, insurer: { __typename: 'Insurer', id: string, slug: string, name: string } }>, phones: Array<{ __typename: 'PhoneNumber', purpose: PhonePurpose, number: string, extension: string | null }>, hours: { __typename: 'Hours', timeZone: string, note: string | null, weekly: Array<{ __typename: 'OpeningHours', day: DayOfWeek, opens: string, closes: string }> } | null, languageSkills: Array<{ __typename: 'LanguageSkill', language: string, proficiency: LanguageProficiency }>, availability: { __typename: 'Availability', hasOpenings: boolean, waitingWeeks: number | null, asOf: CalendarDate } | null, worksFor: Array<{ __typename: 'Provider', id: string, slug: string, name: string }>, credentials: Array<{ __typename: 'Credential', id: string, label: string }>, locations: Array<{ __typename: 'Location', id: string, label: string, city: string, stateCode: string, phone: string | null, latitude: number | null, longitude: number | null }>, sessionFee: { __typename: 'FeeRange', currency: string, minimum: number, maximum: number, slidingScale: boolean } | null } | null } };

export type ProviderCardFragment = { __typename: 'Provider', id: string, slug: string, name: string, kind: ProviderKind, pronouns: string | null, summary: string, acceptingNewClients: boolean | null, sessionFormats: Array<SessionFormat>, languages: Array<string>, insurances: Array<string>, confirmedOn: CalendarDate | null, unconfirmed: boolean, profileUrl: string, credentials: Array<{ __typename: 'Credential', id: string, label: string }>, locations: Array<{ __typename: 'Location', id: string, label: string, city: string, stateCode: string, phone: string | null, latitude: number | null, longitude: number | null }>, sessionFee: { __typename: 'FeeRange', currency: string, minimum: number, maximum: number, slidingScale: boolean } | null };

export type ProviderProfileFragment = { __typename: 'Provider', npi: string | null, statement: string | null, yearsInPractice: number | null, otherNames: Array<string>, ageGroups: Array<AgeGroup>, website: string | null, bookingUrl: string | null, email: string | null, languageServices: Array<LanguageService> | null, accessibility: Array<AccessibilityFeature> | null, gender: Gender | null, identities: Array<string> | null, faith: string | null, populations: Array<Population> | null, freeConsultation: boolean | null, prescribes: boolean | null, reportUrl: string, id: string, slug: string, name: string, kind: ProviderKind, pronouns: string | null, summary: string, acceptingNewClients: boolean | null, sessionFormats: Array<SessionFormat>, languages: Array<string>, insurances: Array<string>, confirmedOn: CalendarDate | null, unconfirmed: boolean, profileUrl: string, licenses: Array<{ __typename: 'License', id: string, state: string, number: string | null, expiresOn: CalendarDate | null, expired: boolean, credential: { __typename: 'Credential', id: string, label: string } }>, conditions: Array<{ __typename: 'Condition', id: string, slug: string, name: string }>, treatments: Array<{ __typename: 'Treatment', id: string, slug: string, name: string, label: string }>, coverage: Array<{ __typename: 'Coverage', plan: string | null, network: Network | null, source: CoverageSource | null, asOf: CalendarDate | null, insurer: { __typename: 'Insurer', id: string, slug: string, name: string } }>, phones: Array<{ __typename: 'PhoneNumber', purpose: PhonePurpose, number: string, extension: string | null }>, hours: { __typename: 'Hours', timeZone: string, note: string | null, weekly: Array<{ __typename: 'OpeningHours', day: DayOfWeek, opens: string, closes: string }> } | null, languageSkills: Array<{ __typename: 'LanguageSkill', language: string, proficiency: LanguageProficiency }>, availability: { __typename: 'Availability', hasOpenings: boolean, waitingWeeks: number | null, asOf: CalendarDate } | null, worksFor: Array<{ __typename: 'Provider', id: string, slug: string, name: string }>, credentials: Array<{ __typename: 'Credential', id: string, label: string }>, locations: Array<{ __typename: 'Location', id: string, label: string, city: string, stateCode: string, phone: string | null, latitude: number | null, longitude: number | null }>, sessionFee: { __typename: 'FeeRange', currency: string, minimum: number, maximum: number, slidingScale: boolean } | null };

export type ArticlePageFragment = { __typename: 'Article', id: string, slug: string, title: string, url: string, author: string, publishedOn: CalendarDate, updatedOn: CalendarDate, readingMinutes: number, lead: string, topic:
    | { __typename: 'Condition', id: string, slug: string, name: string, label: string, description: string | null }
    | { __typename: 'Credential', id: string, slug: string, name: string, label: string }
    | { __typename: 'Insurer', id: string, slug: string, name: string, label: string }
    | { __typename: 'Treatment', id: string, slug: string, name: string, label: string, description: string | null }
  , medicalReview: { __typename: 'MedicalReview', reviewer: string, reviewedOn: CalendarDate, stale: boolean, reviewDueOn: CalendarDate | null, overdue: boolean, credentials: Array<{ __typename: 'Credential', id: string, label: string, abbreviation: string | null }> } | null, crisisResources: Array<{ __typename: 'CrisisResource', name: string, callNumber: string | null, smsNumber: string | null, smsKeyword: string | null, note: string | null, url: string, description: string }>, sections: Array<{ __typename: 'Section', id: string, anchor: string, heading: string, body: string, sections: Array<{ __typename: 'Section', id: string, anchor: string, heading: string, body: string }> }>, sources: Array<{ __typename: 'Source', title: string, publisher: string | null, url: string }>, callToAction: { __typename: 'CallToAction', heading: string, body: string } | null, related: Array<{ __typename: 'Article', id: string, slug: string, title: string, lead: string, url: string }> };

export type SectionTextFragment = { __typename: 'Section', id: string, anchor: string, heading: string, body: string };

export type CrisisFragment = { __typename: 'CrisisResource', name: string, callNumber: string | null, smsNumber: string | null, smsKeyword: string | null, note: string | null, url: string, description: string };

export type FacetCountFragment = { __typename: 'ValueCount', value: string, label: string, count: number };

export type ProfileQueryVariables = Exact<{
  slug: string;
}>;


export type ProfileQuery = { provider: { __typename: 'Provider', npi: string | null, statement: string | null, yearsInPractice: number | null, otherNames: Array<string>, ageGroups: Array<AgeGroup>, website: string | null, bookingUrl: string | null, email: string | null, languageServices: Array<LanguageService> | null, accessibility: Array<AccessibilityFeature> | null, gender: Gender | null, identities: Array<string> | null, faith: string | null, populations: Array<Population> | null, freeConsultation: boolean | null, prescribes: boolean | null, reportUrl: string, id: string, slug: string, name: string, kind: ProviderKind, pronouns: string | null, summary: string, acceptingNewClients: boolean | null, sessionFormats: Array<SessionFormat>, languages: Array<string>, insurances: Array<string>, confirmedOn: CalendarDate | null, unconfirmed: boolean, profileUrl: string, articles: { __typename: 'ArticleConnection', nodes: Array<{ __typename: 'Article', id: string, slug: string, title: string, url: string }>, crisisResources: Array<{ __typename: 'CrisisResource', name: string, callNumber: string | null, smsNumber: string | null, smsKeyword: string | null, note: string | null, url: string, description: string }> }, similar: Array<{ __typename: 'Provider', id: string, slug: string, name: string, kind: ProviderKind, pronouns: string | null, summary: string, acceptingNewClients: boolean | null, sessionFormats: Array<SessionFormat>, languages: Array<string>, insurances: Array<string>, confirmedOn: CalendarDate | null, unconfirmed: boolean, profileUrl: string, credentials: Array<{ __typename: 'Credential', id: string, label: string }>, locations: Array<{ __typename: 'Location', id: string, label: string, city: string, stateCode: string, phone: string | null, latitude: number | null, longitude: number | null }>, sessionFee: { __typename: 'FeeRange', currency: string, minimum: number, maximum: number, slidingScale: boolean } | null }>, licenses: Array<{ __typename: 'License', id: string, state: string, number: string | null, expiresOn: CalendarDate | null, expired: boolean, credential: { __typename: 'Credential', id: string, label: string } }>, conditions: Array<{ __typename: 'Condition', id: string, slug: string, name: string }>, treatments: Array<{ __typename: 'Treatment', id: string, slug: string, name: string, label: string }>, coverage: Array<{ __typename: 'Coverage', plan: string | null, network: Network | null, source: CoverageSource | null, asOf: CalendarDate | null, insurer: { __typename: 'Insurer', id: string, slug: string, name: string } }>, phones: Array<{ __typename: 'PhoneNumber', purpose: PhonePurpose, number: string, extension: string | null }>, hours: { __typename: 'Hours', timeZone: string, note: string | null, weekly: Array<{ __typename: 'OpeningHours', day: DayOfWeek, opens: string, closes: string }> } | null, languageSkills: Array<{ __typename: 'LanguageSkill', language: string, proficiency: LanguageProficiency }>, availability: { __typename: 'Availability', hasOpenings: boolean, waitingWeeks: number | null, asOf: CalendarDate } | null, worksFor: Array<{ __typename: 'Provider', id: string, slug: string, name: string }>, credentials: Array<{ __typename: 'Credential', id: string, label: string }>, locations: Array<{ __typename: 'Location', id: string, label: string, city: string, stateCode: string, phone: string | null, latitude: number | null, longitude: number | null }>, sessionFee: { __typename: 'FeeRange', currency: string, minimum: number, maximum: number, slidingScale: boolean } | null } | null };

export type SearchProvidersQueryVariables = Exact<{
  filter?: ProviderFilter | null | undefined;
  orderBy?: ProviderOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchProvidersQuery = { providers: { __typename: 'ProviderConnection', totalCount: number, edges: Array<{ __typename: 'ProviderEdge', cursor: string, distanceMiles: number | null, matches: Array<string>, node: { __typename: 'Provider', id: string, slug: string, name: string, kind: ProviderKind, pronouns: string | null, summary: string, acceptingNewClients: boolean | null, sessionFormats: Array<SessionFormat>, languages: Array<string>, insurances: Array<string>, confirmedOn: CalendarDate | null, unconfirmed: boolean, profileUrl: string, credentials: Array<{ __typename: 'Credential', id: string, label: string }>, locations: Array<{ __typename: 'Location', id: string, label: string, city: string, stateCode: string, phone: string | null, latitude: number | null, longitude: number | null }>, sessionFee: { __typename: 'FeeRange', currency: string, minimum: number, maximum: number, slidingScale: boolean } | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, near: { __typename: 'FoundPlace', label: string | null, state: string | null, latitude: number, longitude: number, withinMiles: number, takenAs: string | null } | null, interpretation: { __typename: 'Interpretation', intents: Array<{ __typename: 'Intent', kind: IntentKind, label: string, words: string, field: string, values: Array<string>, textWithout: string, correctedFrom: string | null, textAsTyped: string | null }>, unused: Array<{ __typename: 'UnusedWords', word: string, reason: UnusedReason, textWithout: string }> } | null, relaxations: Array<{ __typename: 'Relaxation', field: string, values: Array<string>, text: string | null, label: string, totalCount: number }>, articles: Array<{ __typename: 'Article', id: string, slug: string, title: string, url: string }>, crisisResources: Array<{ __typename: 'CrisisResource', name: string, callNumber: string | null, smsNumber: string | null, smsKeyword: string | null, note: string | null, url: string, description: string }>, facets: { __typename: 'ProviderFacets', conditions: Array<{ __typename: 'ConditionCount', count: number, condition: { __typename: 'Condition', id: string, slug: string, label: string } }>, treatments: Array<{ __typename: 'TreatmentCount', count: number, treatment: { __typename: 'Treatment', id: string, slug: string, label: string } }>, credentials: Array<{ __typename: 'CredentialCount', count: number, credential: { __typename: 'Credential', id: string, slug: string, label: string } }>, states: Array<{ __typename: 'ValueCount', value: string, label: string, count: number }>, languages: Array<{ __typename: 'ValueCount', value: string, label: string, count: number }>, insurances: Array<{ __typename: 'ValueCount', value: string, label: string, count: number }>, sessionFormats: Array<{ __typename: 'ValueCount', value: string, label: string, count: number }>, ageGroups: Array<{ __typename: 'ValueCount', value: string, label: string, count: number }>, openAt: Array<{ __typename: 'ValueCount', value: string, label: string, count: number }>, acceptingNewClients: Array<{ __typename: 'ValueCount', value: string, label: string, count: number }>, slidingScale: Array<{ __typename: 'ValueCount', value: string, label: string, count: number }> } } };

export type SuggestQueryVariables = Exact<{
  text: string;
  first?: number | null | undefined;
  kinds?: Array<SuggestionKind> | SuggestionKind | null | undefined;
}>;


export type SuggestQuery = { suggest: Array<{ __typename: 'Suggestion', text: string, kind: SuggestionKind, node:
      | { __typename: 'Article', slug: string, id: string }
      | { __typename: 'Condition', slug: string, id: string }
      | { __typename: 'Credential', slug: string, id: string }
      | { __typename: 'Insurer', slug: string, id: string }
      | { __typename: 'Provider', slug: string, id: string }
      | { __typename: 'Treatment', slug: string, id: string }
     | null }>, crisisResources: Array<{ __typename: 'CrisisResource', name: string, callNumber: string | null, smsNumber: string | null, smsKeyword: string | null, note: string | null, url: string, description: string }> };

export const CarePage: Document<CarePageQuery, CarePageQueryVariables, "query"> = {
  name: "CarePage",
  kind: "query",
  hash: "a575312308b592792c9afa662e894aa1b28aa0739d250fe3d86754b88cec024d",
  text: "query CarePage($slug: String!, $first: Int = 6, $after: String) {\n  article(by: {slug: $slug}) {\n    __typename\n    ...ArticlePage\n    providers(first: $first, after: $after, orderBy: RECOMMENDED) {\n      __typename\n      totalCount\n      edges {\n        __typename\n        node {\n          __typename\n          ...ProviderCard\n        }\n      }\n      pageInfo {\n        __typename\n        hasNextPage\n        endCursor\n      }\n      crisisResources {\n        __typename\n        ...Crisis\n      }\n    }\n  }\n  directory {\n    __typename\n    version\n  }\n}\n\nfragment ProviderCard on Provider {\n  __typename\n  id\n  slug\n  name\n  kind\n  pronouns\n  credentials {\n    __typename\n    id\n    label\n  }\n  locations {\n    __typename\n    id\n    label\n    city\n    stateCode\n    phone\n    latitude\n    longitude\n  }\n  summary\n  acceptingNewClients\n  sessionFormats\n  languages\n  insurances\n  sessionFee {\n    __typename\n    currency\n    minimum\n    maximum\n    slidingScale\n  }\n  confirmedOn\n  unconfirmed\n  profileUrl\n}\n\nfragment ArticlePage on Article {\n  __typename\n  id\n  slug\n  title\n  url\n  author\n  publishedOn\n  updatedOn\n  readingMinutes\n  lead\n  topic {\n    __typename\n    ... on Condition {\n      id\n      slug\n      name\n      label\n      description\n    }\n    ... on Treatment {\n      id\n      slug\n      name\n      label\n      description\n    }\n    ... on Credential {\n      id\n      slug\n      name\n      label\n    }\n    ... on Insurer {\n      id\n      slug\n      name\n      label\n    }\n  }\n  medicalReview {\n    __typename\n    reviewer\n    credentials {\n      __typename\n      id\n      label\n      abbreviation\n    }\n    reviewedOn\n    stale\n    reviewDueOn\n    overdue\n  }\n  crisisResources {\n    __typename\n    ...Crisis\n  }\n  sections {\n    __typename\n    ...SectionText\n    sections {\n      __typename\n      ...SectionText\n    }\n  }\n  sources {\n    __typename\n    title\n    publisher\n    url\n  }\n  callToAction {\n    __typename\n    heading\n    body\n  }\n  related {\n    __typename\n    id\n    slug\n    title\n    lead\n    url\n  }\n}\n\nfragment SectionText on Section {\n  __typename\n  id\n  anchor\n  heading\n  body(format: HTML)\n}\n\nfragment Crisis on CrisisResource {\n  __typename\n  name\n  callNumber\n  smsNumber\n  smsKeyword\n  note\n  url\n  description\n}",
};

export const DirectoryChanged: Document<DirectoryChangedSubscription, DirectoryChangedSubscriptionVariables, "subscription"> = {
  name: "DirectoryChanged",
  kind: "subscription",
  hash: "34c6ce1ea436b4e8a0b74419ddf90a55cc1ae683409256a90681c906ee06f2d4",
  text: "subscription DirectoryChanged {\n  directoryChanged {\n    __typename\n    version\n    updatedAt\n    providerCount\n    articleCount\n  }\n}",
};

export const ProviderChanged: Document<ProviderChangedSubscription, ProviderChangedSubscriptionVariables, "subscription"> = {
  name: "ProviderChanged",
  kind: "subscription",
  hash: "21e483ecb03dbeacf23ae7f2f48cbd1ee2e9a80ffab8473783d0b8ae3d21799c",
  text: "subscription ProviderChanged($ids: [ID!]!) {\n  providerChanged(ids: $ids) {\n    __typename\n    id\n    provider {\n      __typename\n      ...ProviderProfile\n    }\n  }\n}\n\nfragment ProviderCard on Provider {\n  __typename\n  id\n  slug\n  name\n  kind\n  pronouns\n  credentials {\n    __typename\n    id\n    label\n  }\n  locations {\n    __typename\n    id\n    label\n    city\n    stateCode\n    phone\n    latitude\n    longitude\n  }\n  summary\n  acceptingNewClients\n  sessionFormats\n  languages\n  insurances\n  sessionFee {\n    __typename\n    currency\n    minimum\n    maximum\n    slidingScale\n  }\n  confirmedOn\n  unconfirmed\n  profileUrl\n}\n\nfragment ProviderProfile on Provider {\n  __typename\n  ...ProviderCard\n  npi\n  statement\n  yearsInPractice\n  otherNames\n  licenses {\n    __typename\n    id\n    credential {\n      __typename\n      id\n      label\n    }\n    state\n    number\n    expiresOn\n    expired\n  }\n  conditions {\n    __typename\n    id\n    slug\n    name\n  }\n  treatments {\n    __typename\n    id\n    slug\n    name\n    label\n  }\n  ageGroups\n  coverage {\n    __typename\n    insurer {\n      __typename\n      id\n      slug\n      name\n    }\n    plan\n    network\n    source\n    asOf\n  }\n  website\n  bookingUrl\n  email\n  phones {\n    __typename\n    purpose\n    number\n    extension\n  }\n  hours {\n    __typename\n    timeZone\n    note\n    weekly {\n      __typename\n      day\n      opens\n      closes\n    }\n  }\n  languageSkills {\n    __typename\n    language\n    proficiency\n  }\n  languageServices\n  accessibility\n  gender\n  identities\n  faith\n  populations\n  freeConsultation\n  prescribes\n  availability {\n    __typename\n    hasOpenings\n    waitingWeeks\n    asOf\n  }\n  reportUrl\n  worksFor {\n    __typename\n    id\n    slug\n    name\n  }\n}",
};

export const Profile: Document<ProfileQuery, ProfileQueryVariables, "query"> = {
  name: "Profile",
  kind: "query",
  hash: "d68d60483deba7b8f5cc5c447522a5988593a94e694e44848e82a484d541d0d9",
  text: "fragment ProviderCard on Provider {\n  __typename\n  id\n  slug\n  name\n  kind\n  pronouns\n  credentials {\n    __typename\n    id\n    label\n  }\n  locations {\n    __typename\n    id\n    label\n    city\n    stateCode\n    phone\n    latitude\n    longitude\n  }\n  summary\n  acceptingNewClients\n  sessionFormats\n  languages\n  insurances\n  sessionFee {\n    __typename\n    currency\n    minimum\n    maximum\n    slidingScale\n  }\n  confirmedOn\n  unconfirmed\n  profileUrl\n}\n\nfragment ProviderProfile on Provider {\n  __typename\n  ...ProviderCard\n  npi\n  statement\n  yearsInPractice\n  otherNames\n  licenses {\n    __typename\n    id\n    credential {\n      __typename\n      id\n      label\n    }\n    state\n    number\n    expiresOn\n    expired\n  }\n  conditions {\n    __typename\n    id\n    slug\n    name\n  }\n  treatments {\n    __typename\n    id\n    slug\n    name\n    label\n  }\n  ageGroups\n  coverage {\n    __typename\n    insurer {\n      __typename\n      id\n      slug\n      name\n    }\n    plan\n    network\n    source\n    asOf\n  }\n  website\n  bookingUrl\n  email\n  phones {\n    __typename\n    purpose\n    number\n    extension\n  }\n  hours {\n    __typename\n    timeZone\n    note\n    weekly {\n      __typename\n      day\n      opens\n      closes\n    }\n  }\n  languageSkills {\n    __typename\n    language\n    proficiency\n  }\n  languageServices\n  accessibility\n  gender\n  identities\n  faith\n  populations\n  freeConsultation\n  prescribes\n  availability {\n    __typename\n    hasOpenings\n    waitingWeeks\n    asOf\n  }\n  reportUrl\n  worksFor {\n    __typename\n    id\n    slug\n    name\n  }\n}\n\nfragment Crisis on CrisisResource {\n  __typename\n  name\n  callNumber\n  smsNumber\n  smsKeyword\n  note\n  url\n  description\n}\n\nquery Profile($slug: String!) {\n  provider(by: {slug: $slug}) {\n    __typename\n    ...ProviderProfile\n    articles(first: 3) {\n      __typename\n      nodes {\n        __typename\n        id\n        slug\n        title\n        url\n      }\n      crisisResources {\n        __typename\n        ...Crisis\n      }\n    }\n    similar(first: 3) {\n      __typename\n      ...ProviderCard\n    }\n  }\n}",
};

export const SearchProviders: Document<SearchProvidersQuery, SearchProvidersQueryVariables, "query"> = {
  name: "SearchProviders",
  kind: "query",
  hash: "c53f7bf863edd0e3fbac7c12f29ebe19e553cc04f18a35fa0adca8b01b9c1203",
  text: "fragment ProviderCard on Provider {\n  __typename\n  id\n  slug\n  name\n  kind\n  pronouns\n  credentials {\n    __typename\n    id\n    label\n  }\n  locations {\n    __typename\n    id\n    label\n    city\n    stateCode\n    phone\n    latitude\n    longitude\n  }\n  summary\n  acceptingNewClients\n  sessionFormats\n  languages\n  insurances\n  sessionFee {\n    __typename\n    currency\n    minimum\n    maximum\n    slidingScale\n  }\n  confirmedOn\n  unconfirmed\n  profileUrl\n}\n\nfragment Crisis on CrisisResource {\n  __typename\n  name\n  callNumber\n  smsNumber\n  smsKeyword\n  note\n  url\n  description\n}\n\nfragment FacetCount on ValueCount {\n  __typename\n  value\n  label\n  count\n}\n\nquery SearchProviders($filter: ProviderFilter, $orderBy: ProviderOrder, $first: Int = 20, $after: String) {\n  providers(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n    __typename\n    totalCount\n    edges {\n      __typename\n      cursor\n      distanceMiles\n      matches\n      node {\n        __typename\n        ...ProviderCard\n      }\n    }\n    pageInfo {\n      __typename\n      hasNextPage\n      hasPreviousPage\n      startCursor\n      endCursor\n    }\n    near {\n      __typename\n      label\n      state\n      latitude\n      longitude\n      withinMiles\n      takenAs\n    }\n    interpretation {\n      __typename\n      intents {\n        __typename\n        kind\n        label\n        words\n        field\n        values\n        textWithout\n        correctedFrom\n        textAsTyped\n      }\n      unused {\n        __typename\n        word\n        reason\n        textWithout\n      }\n    }\n    relaxations {\n      __typename\n      field\n      values\n      text\n      label\n      totalCount\n    }\n    articles {\n      __typename\n      id\n      slug\n      title\n      url\n    }\n    crisisResources {\n      __typename\n      ...Crisis\n    }\n    facets {\n      __typename\n      conditions {\n        __typename\n        condition {\n          __typename\n          id\n          slug\n          label\n        }\n        count\n      }\n      treatments {\n        __typename\n        treatment {\n          __typename\n          id\n          slug\n          label\n        }\n        count\n      }\n      credentials {\n        __typename\n        credential {\n          __typename\n          id\n          slug\n          label\n        }\n        count\n      }\n      states {\n        __typename\n        ...FacetCount\n      }\n      languages {\n        __typename\n        ...FacetCount\n      }\n      insurances {\n        __typename\n        ...FacetCount\n      }\n      sessionFormats {\n        __typename\n        ...FacetCount\n      }\n      ageGroups {\n        __typename\n        ...FacetCount\n      }\n      openAt {\n        __typename\n        ...FacetCount\n      }\n      acceptingNewClients {\n        __typename\n        ...FacetCount\n      }\n      slidingScale {\n        __typename\n        ...FacetCount\n      }\n    }\n  }\n}",
};

export const Suggest: Document<SuggestQuery, SuggestQueryVariables, "query"> = {
  name: "Suggest",
  kind: "query",
  hash: "2a00cedd4bba15cc341f54938773494e63584c95a6ce18254195b6d00d802019",
  text: "fragment Crisis on CrisisResource {\n  __typename\n  name\n  callNumber\n  smsNumber\n  smsKeyword\n  note\n  url\n  description\n}\n\nquery Suggest($text: String!, $first: Int = 8, $kinds: [SuggestionKind!]) {\n  suggest(text: $text, first: $first, kinds: $kinds) {\n    __typename\n    text\n    kind\n    node {\n      __typename\n      id\n      ... on Provider {\n        slug\n      }\n      ... on Condition {\n        slug\n      }\n      ... on Treatment {\n        slug\n      }\n      ... on Credential {\n        slug\n      }\n      ... on Insurer {\n        slug\n      }\n      ... on Article {\n        slug\n      }\n    }\n  }\n  crisisResources(text: $text) {\n    __typename\n    ...Crisis\n  }\n}",
};
