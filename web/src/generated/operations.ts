/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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
  confirmedBefore?: string | null | undefined;
  /** Confirmed their entry on this day or later. */
  confirmedSince?: string | null | undefined;
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

export type ArticlesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ArticlesQuery = { articles: { totalCount: number, nodes: Array<{ slug: string, title: string, lead: string, topic:
        | { __typename: 'Condition', label: string }
        | { __typename: 'Credential', label: string }
        | { __typename: 'Insurer', label: string }
        | { __typename: 'Treatment', label: string }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CarePageQueryVariables = Exact<{
  slug: string;
}>;


export type CarePageQuery = { article: { slug: string, title: string, url: string, author: string, publishedOn: string, updatedOn: string, readingMinutes: number, lead: string, topic:
      | { __typename: 'Condition', name: string, slug: string, label: string, alsoKnownAs: Array<string>, description: string | null }
      | { __typename: 'Credential', name: string, slug: string, label: string }
      | { __typename: 'Insurer', name: string, slug: string, label: string, alsoKnownAs: Array<string> }
      | { __typename: 'Treatment', name: string, slug: string, label: string, alsoKnownAs: Array<string>, description: string | null }
    , medicalReview: { reviewer: string, reviewedOn: string, stale: boolean, reviewDueOn: string | null, overdue: boolean, credentials: Array<{ label: string, abbreviation: string | null }> } | null, crisisResources: Array<{ name: string, callNumber: string | null, smsNumber: string | null, smsKeyword: string | null, note: string | null, url: string, description: string }>, providers: { totalCount: number, nodes: Array<{ slug: string, name: string, summary: string, statement: string | null, credentials: Array<{ label: string }>, locations: Array<{ label: string }> }> }, sections: Array<{ anchor: string, heading: string, body: string, sections: Array<{ anchor: string, heading: string, body: string }> }>, conditions: Array<{ name: string, slug: string }>, sources: Array<{ title: string, publisher: string | null, url: string }>, callToAction: { heading: string, body: string } | null, related: Array<{ slug: string, title: string, lead: string }> } | null };

export type ClustersQueryVariables = Exact<{
  filter?: ProviderFilter | null | undefined;
  zoom: number;
}>;


export type ClustersQuery = { providers: { totalCount: number, unplacedCount: number, near: { latitude: number, longitude: number, withinMiles: number } | null, clusters: Array<{ count: number, latitude: number, longitude: number, bounds: { south: number, west: number, north: number, east: number }, provider: { slug: string, name: string } | null }> } };

export type FindQueryVariables = Exact<{
  filter?: ProviderFilter | null | undefined;
  orderBy?: ProviderOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FindQuery = { providers: { totalCount: number, edges: Array<{ distanceMiles: number | null, matches: Array<string>, node: { slug: string, name: string, summary: string, acceptingNewClients: boolean | null, sessionFormats: Array<SessionFormat>, languages: Array<string>, insurances: Array<string>, credentials: Array<{ label: string }>, locations: Array<{ city: string, state: string, latitude: number | null, longitude: number | null }>, sessionFee: { currency: string, minimum: number, maximum: number, slidingScale: boolean } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, interpretation: { intents: Array<{ label: string, words: string, textWithout: string, correctedFrom: string | null, textAsTyped: string | null }>, unused: Array<{ word: string, reason: UnusedReason, textWithout: string }> } | null, relaxations: Array<{ field: string, values: Array<string>, text: string | null, label: string, totalCount: number }>, articles: Array<{ slug: string, title: string }>, crisisResources: Array<{ name: string, callNumber: string | null, smsNumber: string | null, smsKeyword: string | null, note: string | null, url: string, description: string }>, facets: { conditions: Array<{ count: number, condition: { label: string, slug: string } }>, treatments: Array<{ count: number, treatment: { label: string, slug: string } }>, credentials: Array<{ count: number, credential: { label: string, slug: string } }>, states: Array<{ value: string, label: string, count: number }>, languages: Array<{ value: string, label: string, count: number }>, insurances: Array<{ value: string, label: string, count: number }>, sessionFormats: Array<{ value: string, label: string, count: number }>, ageGroups: Array<{ value: string, label: string, count: number }>, openAt: Array<{ value: string, label: string, count: number }>, accessibility: Array<{ value: string, label: string, count: number }>, languageServices: Array<{ value: string, label: string, count: number }>, genders: Array<{ value: string, label: string, count: number }>, identities: Array<{ value: string, label: string, count: number }>, faiths: Array<{ value: string, label: string, count: number }>, populations: Array<{ value: string, label: string, count: number }>, acceptingNewClients: Array<{ value: string, label: string, count: number }>, hasOpenings: Array<{ value: string, label: string, count: number }>, freeConsultation: Array<{ value: string, label: string, count: number }>, slidingScale: Array<{ value: string, label: string, count: number }>, prescribes: Array<{ value: string, label: string, count: number }> } } };

export type MoreQueryVariables = Exact<{
  filter?: ProviderFilter | null | undefined;
  orderBy?: ProviderOrder | null | undefined;
  first: number;
  after: string;
}>;


export type MoreQuery = { providers: { edges: Array<{ distanceMiles: number | null, matches: Array<string>, node: { slug: string, name: string, summary: string, acceptingNewClients: boolean | null, sessionFormats: Array<SessionFormat>, languages: Array<string>, insurances: Array<string>, credentials: Array<{ label: string }>, locations: Array<{ city: string, state: string, latitude: number | null, longitude: number | null }>, sessionFee: { currency: string, minimum: number, maximum: number, slidingScale: boolean } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OptionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OptionsQuery = { providers: { facets: { conditions: Array<{ count: number, condition: { label: string, slug: string } }>, treatments: Array<{ count: number, treatment: { label: string, slug: string } }>, credentials: Array<{ count: number, credential: { label: string, slug: string } }>, states: Array<{ value: string, label: string, count: number }>, languages: Array<{ value: string, label: string, count: number }>, insurances: Array<{ value: string, label: string, count: number }>, sessionFormats: Array<{ value: string, label: string, count: number }>, ageGroups: Array<{ value: string, label: string, count: number }>, openAt: Array<{ value: string, label: string, count: number }>, accessibility: Array<{ value: string, label: string, count: number }>, languageServices: Array<{ value: string, label: string, count: number }>, genders: Array<{ value: string, label: string, count: number }>, identities: Array<{ value: string, label: string, count: number }>, faiths: Array<{ value: string, label: string, count: number }>, populations: Array<{ value: string, label: string, count: number }>, acceptingNewClients: Array<{ value: string, label: string, count: number }>, hasOpenings: Array<{ value: string, label: string, count: number }>, freeConsultation: Array<{ value: string, label: string, count: number }>, slidingScale: Array<{ value: string, label: string, count: number }>, prescribes: Array<{ value: string, label: string, count: number }> } } };

export type FacetsFragment = { conditions: Array<{ count: number, condition: { label: string, slug: string } }>, treatments: Array<{ count: number, treatment: { label: string, slug: string } }>, credentials: Array<{ count: number, credential: { label: string, slug: string } }>, states: Array<{ value: string, label: string, count: number }>, languages: Array<{ value: string, label: string, count: number }>, insurances: Array<{ value: string, label: string, count: number }>, sessionFormats: Array<{ value: string, label: string, count: number }>, ageGroups: Array<{ value: string, label: string, count: number }>, openAt: Array<{ value: string, label: string, count: number }>, accessibility: Array<{ value: string, label: string, count: number }>, languageServices: Array<{ value: string, label: string, count: number }>, genders: Array<{ value: string, label: string, count: number }>, identities: Array<{ value: string, label: string, count: number }>, faiths: Array<{ value: string, label: string, count: number }>, populations: Array<{ value: string, label: string, count: number }>, acceptingNewClients: Array<{ value: string, label: string, count: number }>, hasOpenings: Array<{ value: string, label: string, count: number }>, freeConsultation: Array<{ value: string, label: string, count: number }>, slidingScale: Array<{ value: string, label: string, count: number }>, prescribes: Array<{ value: string, label: string, count: number }> };

export type CountFragment = { value: string, label: string, count: number };

export type ResultFragment = { distanceMiles: number | null, matches: Array<string>, node: { slug: string, name: string, summary: string, acceptingNewClients: boolean | null, sessionFormats: Array<SessionFormat>, languages: Array<string>, insurances: Array<string>, credentials: Array<{ label: string }>, locations: Array<{ city: string, state: string, latitude: number | null, longitude: number | null }>, sessionFee: { currency: string, minimum: number, maximum: number, slidingScale: boolean } | null } };

export type ProfileQueryVariables = Exact<{
  slug: string;
}>;


export type ProfileQuery = { provider: { slug: string, npi: string | null, kind: ProviderKind, name: string, pronouns: string | null, profileUrl: string, summary: string, statement: string | null, acceptingNewClients: boolean | null, yearsInPractice: number | null, sessionFormats: Array<SessionFormat>, ageGroups: Array<AgeGroup>, languages: Array<string>, insurances: Array<string>, confirmedOn: string | null, unconfirmed: boolean, otherNames: Array<string>, website: string | null, bookingUrl: string | null, email: string | null, languageServices: Array<LanguageService> | null, accessibility: Array<AccessibilityFeature> | null, gender: Gender | null, identities: Array<string> | null, faith: string | null, populations: Array<Population> | null, freeConsultation: boolean | null, prescribes: boolean | null, credentials: Array<{ label: string, slug: string }>, licenses: Array<{ state: string, number: string | null, expiresOn: string | null, expired: boolean, credential: { label: string } }>, locations: Array<{ label: string, street: string | null, city: string, state: string, stateCode: string, postalCode: string | null, phone: string | null, latitude: number | null, longitude: number | null }>, conditions: Array<{ name: string, slug: string }>, treatments: Array<{ name: string, label: string, slug: string }>, coverage: Array<{ plan: string | null, network: Network | null, source: CoverageSource | null, asOf: string | null, insurer: { name: string, alsoKnownAs: Array<string> } }>, sessionFee: { currency: string, minimum: number, maximum: number, slidingScale: boolean } | null, phones: Array<{ purpose: PhonePurpose, number: string, extension: string | null }>, hours: { timeZone: string, note: string | null, weekly: Array<{ day: DayOfWeek, opens: string, closes: string }> } | null, languageSkills: Array<{ language: string, proficiency: LanguageProficiency }>, availability: { hasOpenings: boolean, waitingWeeks: number | null, asOf: string } | null, worksFor: Array<{ name: string, slug: string }>, staff: { totalCount: number, nodes: Array<{ slug: string, name: string, credentials: Array<{ label: string }> }> }, articles: { totalCount: number, nodes: Array<{ slug: string, title: string, lead: string }> }, similar: Array<{ slug: string, name: string, summary: string, credentials: Array<{ label: string }>, locations: Array<{ city: string, state: string }> }> } | null };

export type SuggestQueryVariables = Exact<{
  text: string;
  kinds?: Array<SuggestionKind> | SuggestionKind | null | undefined;
}>;


export type SuggestQuery = { suggest: Array<{ text: string, kind: SuggestionKind, node:
      | { __typename: 'Article', slug: string, id: string }
      | { __typename: 'Condition', slug: string, id: string }
      | { __typename: 'Credential', slug: string, id: string }
      | { __typename: 'Insurer', slug: string, id: string }
      | { __typename: 'Provider', slug: string, id: string }
      | { __typename: 'Treatment', slug: string, id: string }
     | null }> };
