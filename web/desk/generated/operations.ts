/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { Operation } from "../api/operation";
import actions_graphql from "../operations/actions.graphql?raw";
import articles_graphql from "../operations/articles.graphql?raw";
import bulk_graphql from "../operations/bulk.graphql?raw";
import document_graphql from "../operations/document.graphql?raw";
import duplicates_graphql from "../operations/duplicates.graphql?raw";
import front_imports_graphql from "../operations/front-imports.graphql?raw";
import front_graphql from "../operations/front.graphql?raw";
import history_graphql from "../operations/history.graphql?raw";
import imports_graphql from "../operations/imports.graphql?raw";
import names_graphql from "../operations/names.graphql?raw";
import preview_graphql from "../operations/preview.graphql?raw";
import provider_facets_graphql from "../operations/provider-facets.graphql?raw";
import providers_graphql from "../operations/providers.graphql?raw";
import quarantine_graphql from "../operations/quarantine.graphql?raw";
import reports_graphql from "../operations/reports.graphql?raw";
import tokens_graphql from "../operations/tokens.graphql?raw";
import viewer_graphql from "../operations/viewer.graphql?raw";
import vocabulary_graphql from "../operations/vocabulary.graphql?raw";
import webhooks_graphql from "../operations/webhooks.graphql?raw";
import working_copies_graphql from "../operations/working-copies.graphql?raw";
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

/** All that are given must hold; within one list any one of its members is enough. */
export type ArticleFilter = {
  /** Is about one of these conditions or speaks to it, by slug or id. */
  conditions?: Array<string> | null | undefined;
  /** Has a medical review that was to be renewed before this day. */
  reviewDueBefore?: string | null | undefined;
  /** Words that the article has; forgiving of typing errors and of an unfinished last word. */
  text?: string | null | undefined;
  /** Is about one of these treatments, by slug or id. */
  treatments?: Array<string> | null | undefined;
};

/** The fields are those of the directory format. References are slugs or ids. */
export type ArticleInput = {
  /** Who wrote it. */
  author?: string | null | undefined;
  /** What the reader is asked to do next; null where there is nothing. */
  callToAction?: CallToActionInput | null | undefined;
  /** By slug or id. The conditions that the article says it speaks to. */
  conditions?: Array<string> | null | undefined;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: string | number | null | undefined;
  /** The text before the first section, as Markdown. */
  lead?: string | null | undefined;
  /** The day on which it was first published. */
  publishedOn?: string | null | undefined;
  /** The parts under headings. */
  sections?: Array<SectionInput> | null | undefined;
  /** The slug. By default it follows from the name or the title. */
  slug?: string | null | undefined;
  /** What the article's statements rest on. */
  sources?: Array<SourceInput> | null | undefined;
  /** The title of the article. */
  title?: string | null | undefined;
  /** What the article, and the providers beside it, are about. */
  topic?: TopicInput | null | undefined;
  /** The day on which the text was last brought up to date. */
  updatedOn?: string | null | undefined;
};

/** What editors look for articles by. Those of reviews are of published articles. */
export type ArticleState =
  /** All articles. */
  | 'ANY'
  /** It is being written. */
  | 'DRAFT'
  /** It waits for a reviewer. */
  | 'IN_REVIEW'
  /** The public sees it. */
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
  /** It is being written. */
  | 'DRAFT'
  /** It waits for a reviewer. */
  | 'IN_REVIEW'
  /** The public sees it. */
  | 'PUBLISHED';

/** Whether the provider had openings on a day, and how many whole weeks a new client waits. */
export type AvailabilityInput = {
  /** The day on which the provider said so. */
  asOf: string;
  /** Whether the provider could take new clients on that day. */
  hasOpenings: boolean;
  /** How long a new client waits for the first session, in whole weeks; null where the provider has not said. */
  waitingWeeks?: number | null | undefined;
};

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

/** What an article asks its reader to do next. */
export type CallToActionInput = {
  /** The text of the call to action, as Markdown. */
  body: string;
  /** The heading. */
  heading: string;
};

/** What a change did. */
export type ChangeAction =
  /** The document was made. */
  | 'CREATE'
  /** The document was removed. */
  | 'DELETE'
  /** The document was changed. */
  | 'UPDATE';

/** The fields are those of the directory format. */
export type ConditionInput = {
  /** The usual abbreviation, for example PTSD; null where there is none. */
  abbreviation?: string | null | undefined;
  /** Other names under which people look for it. */
  alsoKnownAs?: Array<string> | null | undefined;
  /** What it is, in a sentence or two; null where nobody has written it. */
  description?: string | null | undefined;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: string | number | null | undefined;
  /** The name of the condition. */
  name?: string | null | undefined;
  /** The slug. By default it follows from the name or the title. */
  slug?: string | null | undefined;
};

/** Who confirmed an entry: the provider, an editor who looked at what the provider publishes or called them, or a registry whose record agrees. */
export type ConfirmedBy =
  /** An editor looked at what the provider publishes, such as their web page. */
  | 'EDITOR'
  /** The provider said so. */
  | 'PROVIDER'
  /** The record of a registry agrees. */
  | 'REGISTRY'
  /** An editor called the provider. */
  | 'TELEPHONE';

/** That the provider takes an insurer, by slug or id; each plan of an insurer once. */
export type CoverageInput = {
  /** The day on which the source said so. */
  asOf?: string | null | undefined;
  /** The insurer, by slug or id. */
  insurer: string;
  /** Whether there is a contract; null where nobody has said. */
  network?: Network | null | undefined;
  /** Of the insurer; null where it is not one plan alone that is taken, or not known. */
  plan?: string | null | undefined;
  /** Who says so; null where that is not known. */
  source?: CoverageSource | null | undefined;
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

/** The fields are those of the directory format. */
export type CredentialInput = {
  /** The letters behind a name, for example LCSW; null where there are none. */
  abbreviation?: string | null | undefined;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: string | number | null | undefined;
  /** The name of the credential. */
  name?: string | null | undefined;
  /** The slug. By default it follows from the name or the title. */
  slug?: string | null | undefined;
};

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

/** Why two providers look like one. NPI: one has the number of the other's record; LICENSE: a licence with the same number; NAME_AND_PLACE: the same name in the same city; PHONE: the same telephone number and a word of the name. */
export type DuplicateReason =
  /** They have a licence with the same number. */
  | 'LICENSE'
  /** They have the same name in the same city. */
  | 'NAME_AND_PLACE'
  /** One has the number of the other's record in the NPI registry. */
  | 'NPI'
  /** They have the same telephone number, and a word of the name. */
  | 'PHONE';

/** A part of an entry that is confirmed by itself. COST is fees and insurance. */
export type EntryPart =
  /** Whether new clients can come, and when. */
  | 'AVAILABILITY'
  /** How to reach the provider. */
  | 'CONTACT'
  /** Fees and insurance. */
  | 'COST'
  /** What the provider is trained and licensed as. */
  | 'CREDENTIALS'
  /** Where clients are seen. */
  | 'LOCATIONS'
  /** What the provider is called. */
  | 'NAME';

/** What a session costs. */
export type FeeRangeInput = {
  /** The code of the currency in ISO 4217, for example USD. */
  currency: string;
  /** The highest fee for a session, in whole units of the currency. */
  maximum: number;
  /** The lowest fee for a session, in whole units of the currency. */
  minimum: number;
  /** Whether the fee goes by what a client can pay; false where it is left out. */
  slidingScale?: boolean | null | undefined;
};

/** What a provider says their gender is. */
export type Gender =
  /** A man. */
  | 'MAN'
  /** Neither only a woman nor only a man. */
  | 'NONBINARY'
  /** A woman. */
  | 'WOMAN';

/** When the provider sees clients in a usual week: the name of the time zone, as America/Detroit, and periods of local time. */
export type HoursInput = {
  /** What the hours cannot say, for example: closed in August. */
  note?: string | null | undefined;
  /** A name of the IANA time zone database, for example America/Detroit. */
  timeZone: string;
  /** The hours of a usual week. */
  weekly: Array<OpeningHoursInput>;
};

/** What a note is about. */
export type ImportNoteKind =
  /** A document would lose fields. Dry runs tell of it. */
  | 'EMPTIED'
  /** Something odd in the file, as a column that no provider has. */
  | 'ODDITY'
  /** A new provider looks like one that was there before. */
  | 'RESEMBLING';

/** How far an import is, and how it ended. */
export type ImportStatus =
  /** Somebody ended it. The same file again writes what is missing. */
  | 'CANCELED'
  /** Something failed. The same file again writes what is missing. */
  | 'FAILED'
  /** The server stopped. The same file again writes what is missing. */
  | 'INTERRUPTED'
  /** The file has faults, and nothing of it was written. */
  | 'REJECTED'
  /** It is compared, and written unless it is a dry run. */
  | 'RUNNING'
  /** All of it was compared, and written unless it was a dry run. */
  | 'SUCCEEDED';

/** The fields are those of the directory format. */
export type InsurerInput = {
  /** Other names under which people write it down, for example BCBS. The filter insurances takes them, too. */
  alsoKnownAs?: Array<string> | null | undefined;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: string | number | null | undefined;
  /** The name of the insurer. */
  name?: string | null | undefined;
  /** The slug. By default it follows from the name or the title. */
  slug?: string | null | undefined;
};

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

/** How well the provider speaks one of their languages. */
export type LanguageSkillInput = {
  /** One of the provider's languages. */
  language: string;
  /** How well the provider speaks it. */
  proficiency: LanguageProficiency;
};

/** Changes of single licences, by their ids: first those of update, then those of remove; those of add come after the last one. */
export type LicenseChangesInput = {
  /** New licences, which come after the last one. */
  add?: Array<LicenseInput> | null | undefined;
  /** The ids of licences that go. */
  remove?: Array<string | number> | null | undefined;
  /** Changes of licences that are there. */
  update?: Array<LicenseUpdateInput> | null | undefined;
};

/** A licence. */
export type LicenseInput = {
  /** What the licence is for, by slug or id. */
  credential: string;
  /** The last day on which it holds, in UTC; null where nobody said. */
  expiresOn?: string | null | undefined;
  /** The licence number as the state writes it; null where nobody has given it. */
  number?: string | null | undefined;
  /** The state that has given it, by its two-letter code. */
  state: string;
};

/** What is given changes; null clears. */
export type LicenseUpdateInput = {
  /** What the licence is for, by slug or id. */
  credential?: string | null | undefined;
  /** The last day on which it holds, in UTC; null where nobody said. */
  expiresOn?: string | null | undefined;
  /** The id of the member that changes. */
  id: string | number;
  /** The licence number as the state writes it; null where nobody has given it. */
  number?: string | null | undefined;
  /** The state that has given it, by its two-letter code. */
  state?: string | null | undefined;
};

/** Changes of single locations, by their ids: first those of update, then those of remove; those of add come after the last one. */
export type LocationChangesInput = {
  /** New locations, which come after the last one. */
  add?: Array<LocationInput> | null | undefined;
  /** The ids of locations that go. */
  remove?: Array<string | number> | null | undefined;
  /** Changes of locations that are there. */
  update?: Array<LocationUpdateInput> | null | undefined;
};

/** A place of practice, with the state by its name or its code. */
export type LocationInput = {
  /** The city. */
  city: string;
  /** The latitude in degrees; null where it is not known. */
  latitude?: number | null | undefined;
  /** The longitude in degrees; null where it is not known. */
  longitude?: number | null | undefined;
  /** The phone number there, in E.164; null where there is none. */
  phone?: string | null | undefined;
  /** The ZIP code, with five or nine digits; null where none is known. */
  postalCode?: string | null | undefined;
  /** The state by its name; stateCode is enough. */
  state?: string | null | undefined;
  /** Postal code of the state, for example MI. */
  stateCode?: string | null | undefined;
  /** The street with the number; null where the provider gives none. */
  street?: string | null | undefined;
};

/** What is given changes; null clears. Of state and stateCode, one is enough. */
export type LocationUpdateInput = {
  /** The city. */
  city?: string | null | undefined;
  /** The id of the member that changes. */
  id: string | number;
  /** The latitude in degrees; null where it is not known. */
  latitude?: number | null | undefined;
  /** The longitude in degrees; null where it is not known. */
  longitude?: number | null | undefined;
  /** The phone number there, in E.164; null where there is none. */
  phone?: string | null | undefined;
  /** The ZIP code, with five or nine digits; null where none is known. */
  postalCode?: string | null | undefined;
  /** The state by its name; stateCode is enough. */
  state?: string | null | undefined;
  /** Postal code of the state, for example MI. */
  stateCode?: string | null | undefined;
  /** The street with the number; null where the provider gives none. */
  street?: string | null | undefined;
};

/** Who read the article as an expert, and when: by default today. The record keeps who signed, and the fingerprint of the text. */
export type MedicalReviewInput = {
  /** What the reviewer is trained and licensed as, by slug or id. By default what was given at their last review. */
  credentials?: Array<string> | null | undefined;
  /** The reviewer on whose behalf you sign, where it is not you; instead of reviewer. */
  onBehalfOf?: string | null | undefined;
  /** The day of the review; by default today in UTC. */
  reviewedOn?: string | null | undefined;
  /** By default you. Another one's name is signed on their behalf, and the record says so. */
  reviewer?: string | null | undefined;
};

/** Changes of single members of a working copy: locations and licenses are those of a provider, sections those of an article. A list is given here or in the input, not in both. */
export type MembersInput = {
  /** Changes of single licences of a provider. */
  licenses?: LicenseChangesInput | null | undefined;
  /** Changes of single locations of a provider. */
  locations?: LocationChangesInput | null | undefined;
  /** Changes of single sections of an article. */
  sections?: SectionChangesInput | null | undefined;
};

/** What the NPI registry says, to be held against the entry. */
export type NpiRecordInput = {
  /** A person, or an organization. */
  kind: ProviderKind;
  /** The name in the record. */
  name: string;
  /** The name in parts, where it is a person's. */
  person?: PersonNameInput | null | undefined;
  /** Two-letter codes of the states of practice locations. */
  states?: Array<string> | null | undefined;
  /** Codes of the Health Care Provider Taxonomy. */
  taxonomies?: Array<string> | null | undefined;
};

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

/** Why the directory does not list the provider of a record. */
export type NotListedReason =
  /** The record says that the provider practices in another country. */
  | 'ABROAD'
  /** The record says that the provider is not what the directory is about. */
  | 'OUT_OF_SCOPE'
  /** The record does not tell whether it is in use, as where its dates cannot be read. */
  | 'UNCLEAR';

/** Times at which people with daytime obligations look for care: EVENINGS are hours after 6 p.m. on a weekday, WEEKENDS are hours on Saturday or Sunday. */
export type OpenTime =
  /** After 6 p.m. on a weekday. */
  | 'EVENINGS'
  /** On Saturday or Sunday. */
  | 'WEEKENDS';

/** Hours without a break on one day: HH:MM of 24 hours; 24:00 is the end of the day. */
export type OpeningHoursInput = {
  /** HH:MM of 24 hours; 24:00 is the end of the day. */
  closes: string;
  /** The day of the week. */
  day: DayOfWeek;
  /** HH:MM of 24 hours. */
  opens: string;
};

/** The name of a person in parts, as the registry has them. */
export type PersonNameInput = {
  /** The family name. */
  family: string;
  /** The given names, in their order. */
  given?: Array<string> | null | undefined;
  /** What stands behind the name, for example Jr. */
  suffix?: string | null | undefined;
};

/** A phone number, in any form that can be dialled in the United States. */
export type PhoneNumberInput = {
  /** To be dialled when the number has answered; digits only. Null where there is none. */
  extension?: string | null | undefined;
  /** In any form that can be dialled in the United States. */
  number: string;
  /** What the number is for. */
  purpose: PhonePurpose;
};

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

/** The fields are those of the directory format. References are slugs or ids. */
export type ProviderInput = {
  /** Null where the provider has not said. */
  acceptingNewClients?: boolean | null | undefined;
  /** Null where the provider has not said; empty where there is none. */
  accessibility?: Array<AccessibilityFeature> | null | undefined;
  /** Whom the provider sees, by age. */
  ageGroups?: Array<AgeGroup> | null | undefined;
  /** Openings and waiting time as the provider gave them; null where they have not. Show the date with them. */
  availability?: AvailabilityInput | null | undefined;
  /** Where a client can make an appointment. */
  bookingUrl?: string | null | undefined;
  /** By slug or id. The provider's own order: what they treat most comes first. */
  conditions?: Array<string> | null | undefined;
  /** When the provider last confirmed that this entry is right. */
  confirmedOn?: string | null | undefined;
  /** Insurers of the directory that the provider takes, with what is known of each. */
  coverage?: Array<CoverageInput> | null | undefined;
  /** By slug or id. The first is the one that the provider is listed under. */
  credentials?: Array<string> | null | undefined;
  /** Where to write to the provider; null where they give no address. */
  email?: string | null | undefined;
  /** In the provider's own words; null where they have not said. It is never inferred. */
  faith?: string | null | undefined;
  /** Whether the first conversation is free; null where the provider has not said. */
  freeConsultation?: boolean | null | undefined;
  /** As the provider says; null where they have not said. It is never taken from a registry. */
  gender?: Gender | null | undefined;
  /** Null where the provider has not said. */
  hours?: HoursInput | null | undefined;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: string | number | null | undefined;
  /** In the provider's own words, for example Black or Latina; null where they have not said. It is never inferred. */
  identities?: Array<string> | null | undefined;
  /** Each is stored by the name of the insurer that it names, once, and one that names none as it is. */
  insurances?: Array<string> | null | undefined;
  /** A person, or an organization. */
  kind?: ProviderKind | null | undefined;
  /** Null where the provider has not said; empty where there is none. */
  languageServices?: Array<LanguageService> | null | undefined;
  /** How well the provider speaks some of the languages, where they have said. */
  languageSkills?: Array<LanguageSkillInput> | null | undefined;
  /** By their English names, for example Spanish. */
  languages?: Array<string> | null | undefined;
  /** What states let the provider practise as. */
  licenses?: Array<LicenseInput> | null | undefined;
  /** The first is the main practice address. Empty for those who work only remotely. */
  locations?: Array<LocationInput> | null | undefined;
  /** What the provider is called. */
  name?: string | null | undefined;
  /** National Provider Identifier: ten digits with a valid check digit. */
  npi?: string | null | undefined;
  /** Names under which people may look for the provider: those that an organization does business as, and former and professional names. */
  otherNames?: Array<string> | null | undefined;
  /** Numbers beside those of the locations. */
  phones?: Array<PhoneNumberInput> | null | undefined;
  /** Whom the provider says they know well; null where they have not said. */
  populations?: Array<Population> | null | undefined;
  /** The year in which the provider began to practise; null where they have not said. */
  practicingSince?: number | null | undefined;
  /** Whether the provider prescribes medication; null where they have not said. */
  prescribes?: boolean | null | undefined;
  /** As the provider gives them, for example she/her; null where they have not. */
  pronouns?: string | null | undefined;
  /** For saveProviders only, and instead of an id: the record of a registry that says all this. It is brought in where no editor has changed a field since the last import of that record. */
  record?: RecordInput | null | undefined;
  /** What a session costs; null where the provider has not said. */
  sessionFee?: FeeRangeInput | null | undefined;
  /** How clients can meet the provider. */
  sessionFormats?: Array<SessionFormat> | null | undefined;
  /** The slug. By default it follows from the name or the title. */
  slug?: string | null | undefined;
  /** In the provider's own words. */
  statement?: string | null | undefined;
  /** By slug or id. The provider's own order: what they offer most comes first. */
  treatments?: Array<string> | null | undefined;
  /** The address of the provider's own web page. */
  website?: string | null | undefined;
  /** Organizations of the directory that a person works for. */
  worksFor?: Array<string> | null | undefined;
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

/** What editors look for providers by. All but RETIRED are of those that are listed. */
export type ProviderState =
  /** It looks like another one. */
  | 'DUPLICATE'
  /** The public sees it. */
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
  /** Listed: the public sees the entry. */
  | 'ACTIVE'
  /** Not listed any more: only editors see the entry. */
  | 'RETIRED';

/** A record of a registry, such as an entry of the NPI registry (NPPES). */
export type RecordInput = {
  /** The date of the registry's file. */
  fileDate: string;
  /** Brings the record in although it was read from a newer file before. */
  force?: boolean | null | undefined;
  /** The record's own id there; in the NPI registry, the NPI. */
  key: string;
  /** Whether the locations are no more than the main one, so that further ones that are known stay. */
  mainLocationOnly?: boolean | null | undefined;
  /** Why the directory is not to list the provider, where the record is not out of use. A provider that an import had made is then deleted; one that an editor had made is held against the record as it is now. What else is given does not matter. */
  notListed?: NotListedReason | null | undefined;
  /** Of a record of the NPI registry: what it says, to be held against the entry. */
  npiRecord?: NpiRecordInput | null | undefined;
  /** The registry: nppes, samhsa or one of your own. */
  source: string;
  /** With notListed: the codes of what the provider is now. */
  taxonomies?: Array<string> | null | undefined;
  /** When the registry took the record out of use. A provider that an import had made is then deleted; one that an editor had made tells of it. What else is given does not matter. */
  withdrawnOn?: string | null | undefined;
};

/** What somebody may do. */
export type Role =
  /** May also merge, make tokens and webhooks, and sign on behalf of others. */
  | 'ADMIN'
  /** May also change the directory. */
  | 'EDITOR'
  /** May also sign medical reviews. */
  | 'REVIEWER'
  /** May read what is not public. */
  | 'VIEWER';

/** A working copy as you have seen it. */
export type SavedCopyInput = {
  /** The id of the document. */
  id: string | number;
  /** The save that you have seen. */
  save: number;
};

/** A section that is added: to the parent, or to the article where there is none; at a position from 0, or after the last one. */
export type SectionAdditionInput = {
  /** The text, as Markdown. */
  body?: string | null | undefined;
  /** The heading. */
  heading: string;
  /** The id of the section that it goes into; null for the article itself. */
  parent?: string | number | null | undefined;
  /** Its place among those there, from 0; null for the last one. */
  position?: number | null | undefined;
  /** The sections within it. */
  sections?: Array<SectionInput> | null | undefined;
};

/** Changes of single sections, by their ids, however deep they are: first those of update, then those of remove, then those of add. */
export type SectionChangesInput = {
  /** New sections. */
  add?: Array<SectionAdditionInput> | null | undefined;
  /** The ids of sections that go, with those within them. */
  remove?: Array<string | number> | null | undefined;
  /** Changes of sections that are there. */
  update?: Array<SectionUpdateInput> | null | undefined;
};

/** A section; the body is Markdown. */
export type SectionInput = {
  /** The text, as Markdown. */
  body?: string | null | undefined;
  /** The heading. */
  heading: string;
  /** The sections within it. */
  sections?: Array<SectionInput> | null | undefined;
};

/** What is given changes; null clears. */
export type SectionUpdateInput = {
  /** The text, as Markdown. */
  body?: string | null | undefined;
  /** The heading. */
  heading?: string | null | undefined;
  /** The id of the member that changes. */
  id: string | number;
};

/** How a client and a provider meet. */
export type SessionFormat =
  /** At a location of the provider. */
  | 'IN_PERSON'
  /** By telephone. */
  | 'PHONE'
  /** By a video call. */
  | 'VIDEO';

/** A publication that an article rests on. */
export type SourceInput = {
  /** Who published it; null where that is not known. */
  publisher?: string | null | undefined;
  /** The title of the publication. */
  title: string;
  /** Where it can be read. */
  url: string;
};

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

/** What the article is about, by slug or id. */
export type TopicInput =
  {   /** A condition, by slug or id. */
  condition: string; credential?: never; insurer?: never; treatment?: never; }
  |  { condition?: never;   /** A credential, by slug or id. */
  credential: string; insurer?: never; treatment?: never; }
  |  { condition?: never; credential?: never;   /** An insurer, by slug or id. */
  insurer: string; treatment?: never; }
  |  { condition?: never; credential?: never; insurer?: never;   /** A treatment, by slug or id. */
  treatment: string; };

/** The fields are those of the directory format. References are slugs or ids. */
export type TreatmentInput = {
  /** The usual abbreviation, for example CBT; null where there is none. */
  abbreviation?: string | null | undefined;
  /** Other names under which people look for it. */
  alsoKnownAs?: Array<string> | null | undefined;
  /** By slug or id. What it is used for. */
  conditions?: Array<string> | null | undefined;
  /** What it is, in a sentence or two; null where nobody has written it. */
  description?: string | null | undefined;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: string | number | null | undefined;
  /** The name of the treatment. */
  name?: string | null | undefined;
  /** The slug. By default it follows from the name or the title. */
  slug?: string | null | undefined;
};

/** What kind of fault it is. */
export type UserErrorCode =
  /** The document is not at the expected revision; the payload has it as it is. */
  | 'CONFLICT'
  /** An editor has deleted it, and an import does not bring it back. */
  | 'DELETED'
  /** The key was used with another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A rule of the document does not hold. */
  | 'INVALID'
  /** A list of locations would replace one that says more. Change single ones with members, or say allowLoss: true. */
  | 'LOSS'
  /** There is no such document, or a reference leads to none. */
  | 'NOT_FOUND'
  /** The record of a registry was read from a newer file before. With force it is brought in. */
  | 'OUTDATED'
  /** Others refer to it. */
  | 'REFERENCED'
  /** The text needs the sign-off of a reviewer who is not its author, since the operator asks for that with --require-sign-off. */
  | 'SIGN_OFF'
  /** Another document has the slug or the NPI. */
  | 'TAKEN';

/** A part of the globe. */
export type Within =
  {   /** What is between two parallels and two meridians. */
  box: Box; };

/** What has working copies. */
export type WorkingCopyKind =
  /** An article. */
  | 'ARTICLE'
  /** A provider. */
  | 'PROVIDER';

export type CreateConditionMutationVariables = Exact<{
  input: ConditionInput;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateConditionMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type UpdateConditionMutationVariables = Exact<{
  id: string | number;
  input: ConditionInput;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type UpdateConditionMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type CreateTreatmentMutationVariables = Exact<{
  input: TreatmentInput;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateTreatmentMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type UpdateTreatmentMutationVariables = Exact<{
  id: string | number;
  input: TreatmentInput;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type UpdateTreatmentMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type CreateCredentialMutationVariables = Exact<{
  input: CredentialInput;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateCredentialMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type UpdateCredentialMutationVariables = Exact<{
  id: string | number;
  input: CredentialInput;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type UpdateCredentialMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type CreateInsurerMutationVariables = Exact<{
  input: InsurerInput;
  idempotencyKey?: string | null | undefined;
}>;


export type CreateInsurerMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type UpdateInsurerMutationVariables = Exact<{
  id: string | number;
  input: InsurerInput;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type UpdateInsurerMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type DeleteProviderMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteProviderMutation = { done: { deletedId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type DeleteArticleMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteArticleMutation = { done: { deletedId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type DeleteConditionMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteConditionMutation = { done: { deletedId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type DeleteTreatmentMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteTreatmentMutation = { done: { deletedId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type DeleteCredentialMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteCredentialMutation = { done: { deletedId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type DeleteInsurerMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type DeleteInsurerMutation = { done: { deletedId: string | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type RetireOneMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type RetireOneMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type ReinstateOneMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type ReinstateOneMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type SubmitOneMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type SubmitOneMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type PublishOneMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type PublishOneMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type UnpublishOneMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type UnpublishOneMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type ConfirmOneMutationVariables = Exact<{
  id: string | number;
  by: ConfirmedBy;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type ConfirmOneMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type ReviewArticleMutationVariables = Exact<{
  id: string | number;
  expectedRevision: number;
  expectedFingerprint?: string | null | undefined;
  review: MedicalReviewInput;
  idempotencyKey?: string | null | undefined;
}>;


export type ReviewArticleMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

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

export type CopyFragment = { id: string, save: number, baseRevision: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null, content: string, previewUrl: string, problems: Array<{ code: UserErrorCode, message: string, field: Array<string> }>, conflicts: Array<{ field: string, base: string | null, published: string | null, working: string | null }>, article: { fingerprint: string, medicalReview: { reviewer: string, reviewedOn: string, stale: boolean } | null } | null };

export type SavedFragment = { workingCopy: { id: string, save: number, baseRevision: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null, content: string, previewUrl: string, problems: Array<{ code: UserErrorCode, message: string, field: Array<string> }>, conflicts: Array<{ field: string, base: string | null, published: string | null, working: string | null }>, article: { fingerprint: string, medicalReview: { reviewer: string, reviewedOn: string, stale: boolean } | null } | null } | null, document:
    | { revision: number, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { revision: number, id: string }
    | { id: string }
   | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> };

export type OneDocumentQueryVariables = Exact<{
  id: string | number;
}>;


export type OneDocumentQuery = { content: string | null, provider: { id: string, name: string, slug: string, revision: number, profileUrl: string, unconfirmed: boolean, confirmedOn: string | null, providerStatus: ProviderStatus } | null, article: { id: string, title: string, slug: string, revision: number, url: string, fingerprint: string, articleStatus: ArticleStatus, medicalReview: { reviewer: string, reviewedOn: string, stale: boolean, reviewDueOn: string | null, overdue: boolean } | null } | null, condition: { id: string, label: string, revision: number } | null, treatment: { id: string, label: string, revision: number } | null, credential: { id: string, label: string, revision: number } | null, insurer: { id: string, label: string, revision: number } | null, workingCopy: { id: string, save: number, baseRevision: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null, content: string, previewUrl: string, problems: Array<{ code: UserErrorCode, message: string, field: Array<string> }>, conflicts: Array<{ field: string, base: string | null, published: string | null, working: string | null }>, article: { fingerprint: string, medicalReview: { reviewer: string, reviewedOn: string, stale: boolean } | null } | null } | null };

export type SaveCopyMutationVariables = Exact<{
  id?: string | number | null | undefined;
  provider?: ProviderInput | null | undefined;
  article?: ArticleInput | null | undefined;
  members?: MembersInput | null | undefined;
  expectedSave: number;
  baseRevision?: number | null | undefined;
}>;


export type SaveCopyMutation = { done: { workingCopy: { id: string, save: number, baseRevision: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null, content: string, previewUrl: string, problems: Array<{ code: UserErrorCode, message: string, field: Array<string> }>, conflicts: Array<{ field: string, base: string | null, published: string | null, working: string | null }>, article: { fingerprint: string, medicalReview: { reviewer: string, reviewedOn: string, stale: boolean } | null } | null } | null, document:
      | { revision: number, id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { revision: number, id: string }
      | { id: string }
     | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type PublishCopyMutationVariables = Exact<{
  id: string | number;
  expectedSave: number;
  at?: string | null | undefined;
}>;


export type PublishCopyMutation = { done: { workingCopy: { id: string, save: number, baseRevision: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null, content: string, previewUrl: string, problems: Array<{ code: UserErrorCode, message: string, field: Array<string> }>, conflicts: Array<{ field: string, base: string | null, published: string | null, working: string | null }>, article: { fingerprint: string, medicalReview: { reviewer: string, reviewedOn: string, stale: boolean } | null } | null } | null, document:
      | { revision: number, id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { revision: number, id: string }
      | { id: string }
     | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type UnscheduleCopyMutationVariables = Exact<{
  id: string | number;
  expectedSave: number;
}>;


export type UnscheduleCopyMutation = { done: { workingCopy: { id: string, save: number, baseRevision: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null, content: string, previewUrl: string, problems: Array<{ code: UserErrorCode, message: string, field: Array<string> }>, conflicts: Array<{ field: string, base: string | null, published: string | null, working: string | null }>, article: { fingerprint: string, medicalReview: { reviewer: string, reviewedOn: string, stale: boolean } | null } | null } | null, document:
      | { revision: number, id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { revision: number, id: string }
      | { id: string }
     | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type DiscardCopyMutationVariables = Exact<{
  id: string | number;
  expectedSave: number;
}>;


export type DiscardCopyMutation = { done: { workingCopy: { id: string, save: number, baseRevision: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null, content: string, previewUrl: string, problems: Array<{ code: UserErrorCode, message: string, field: Array<string> }>, conflicts: Array<{ field: string, base: string | null, published: string | null, working: string | null }>, article: { fingerprint: string, medicalReview: { reviewer: string, reviewedOn: string, stale: boolean } | null } | null } | null, document:
      | { revision: number, id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { revision: number, id: string }
      | { id: string }
     | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type ReviewCopyMutationVariables = Exact<{
  id: string | number;
  expectedSave: number;
  expectedFingerprint: string;
  review: MedicalReviewInput;
}>;


export type ReviewCopyMutation = { done: { workingCopy: { id: string, save: number, baseRevision: number, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null, content: string, previewUrl: string, problems: Array<{ code: UserErrorCode, message: string, field: Array<string> }>, conflicts: Array<{ field: string, base: string | null, published: string | null, working: string | null }>, article: { fingerprint: string, medicalReview: { reviewer: string, reviewedOn: string, stale: boolean } | null } | null } | null, document:
      | { revision: number, id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { revision: number, id: string }
      | { id: string }
     | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type DuplicatesQueryVariables = Exact<{
  first: number;
}>;


export type DuplicatesQuery = { duplicates: { totalCount: number, pairs: Array<{ reasons: Array<DuplicateReason>, a: { id: string, slug: string, revision: number, kind: ProviderKind, name: string, npi: string | null, website: string | null, email: string | null, statement: string | null, confirmedOn: string | null, updatedAt: string, credentials: Array<{ label: string }>, licenses: Array<{ state: string, number: string | null, credential: { abbreviation: string | null, label: string } }>, locations: Array<{ label: string, phone: string | null }>, phones: Array<{ purpose: PhonePurpose, number: string }>, conditions: Array<{ label: string }>, treatments: Array<{ label: string }> }, b: { id: string, slug: string, revision: number, kind: ProviderKind, name: string, npi: string | null, website: string | null, email: string | null, statement: string | null, confirmedOn: string | null, updatedAt: string, credentials: Array<{ label: string }>, licenses: Array<{ state: string, number: string | null, credential: { abbreviation: string | null, label: string } }>, locations: Array<{ label: string, phone: string | null }>, phones: Array<{ purpose: PhonePurpose, number: string }>, conditions: Array<{ label: string }>, treatments: Array<{ label: string }> } }> } };

export type DuplicateSideFragment = { id: string, slug: string, revision: number, kind: ProviderKind, name: string, npi: string | null, website: string | null, email: string | null, statement: string | null, confirmedOn: string | null, updatedAt: string, credentials: Array<{ label: string }>, licenses: Array<{ state: string, number: string | null, credential: { abbreviation: string | null, label: string } }>, locations: Array<{ label: string, phone: string | null }>, phones: Array<{ purpose: PhonePurpose, number: string }>, conditions: Array<{ label: string }>, treatments: Array<{ label: string }> };

export type FrontImportsQueryVariables = Exact<{ [key: string]: never; }>;


export type FrontImportsQuery = { imports: Array<{ id: string, file: string, dryRun: boolean, status: ImportStatus, startedAt: string, done: number, total: number, message: string | null }> };

export type FrontQueryVariables = Exact<{
  me: string | number;
}>;


export type FrontQuery = { inReview: { totalCount: number, nodes: Array<{ id: string, title: string, updatedOn: string, medicalReview: { reviewDueOn: string | null, reviewedOn: string } | null }> }, stale: { totalCount: number, nodes: Array<{ id: string, title: string, updatedOn: string, medicalReview: { reviewDueOn: string | null, reviewedOn: string } | null }> }, overdue: { totalCount: number, nodes: Array<{ id: string, title: string, updatedOn: string, medicalReview: { reviewDueOn: string | null, reviewedOn: string } | null }> }, due: { totalCount: number, nodes: Array<{ id: string, title: string, updatedOn: string, medicalReview: { reviewDueOn: string | null, reviewedOn: string } | null }> }, mine: { totalCount: number, nodes: Array<{ id: string, kind: WorkingCopyKind, content: string, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null }> }, scheduled: { totalCount: number, nodes: Array<{ id: string, kind: WorkingCopyKind, content: string, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null }> }, failed: { totalCount: number, nodes: Array<{ id: string, kind: WorkingCopyKind, content: string, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null }> }, reports: Array<{ id: string, text: string, at: string, provider: { id: string, name: string } | null }>, reported: { totalCount: number }, unconfirmed: { totalCount: number, nodes: Array<{ id: string, name: string, confirmedOn: string | null }> }, quarantine: { totalCount: number, documents: Array<{ kind: string, id: string, problem: { message: string } }> }, directory: { providerCount: number, articleCount: number, updatedAt: string } };

export type FrontArticlesFragment = { totalCount: number, nodes: Array<{ id: string, title: string, updatedOn: string, medicalReview: { reviewDueOn: string | null, reviewedOn: string } | null }> };

export type FrontCopiesFragment = { totalCount: number, nodes: Array<{ id: string, kind: WorkingCopyKind, content: string, savedAt: string, savedByName: string | null, scheduledFor: string | null, scheduleFailure: string | null }> };

export type HistoryQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;


export type HistoryQuery = { revisions: { nodes: Array<{ revision: number, at: string, action: ChangeAction, operation: string, by: string, name: string | null, differences: Array<{ field: string, before: string | null, after: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ContentAtQueryVariables = Exact<{
  id: string | number;
  revision?: number | null | undefined;
}>;


export type ContentAtQuery = { content: string | null };

export type RestoreRevisionMutationVariables = Exact<{
  id: string | number;
  revision: number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type RestoreRevisionMutation = { restoreRevision: { document:
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
      | { id: string }
     | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type ImportsQueryVariables = Exact<{ [key: string]: never; }>;


export type ImportsQuery = { imports: Array<{ id: string, file: string, byName: string | null, dryRun: boolean, status: ImportStatus, startedAt: string, created: number, changed: number, rejectCount: number }> };

export type ImportResultQueryVariables = Exact<{
  id: string | number;
}>;


export type ImportResultQuery = { import: { id: string, file: string, byName: string | null, dryRun: boolean, replace: boolean, status: ImportStatus, startedAt: string, endedAt: string | null, message: string | null, created: number, changed: number, unchanged: number, noteCount: number, rejectCount: number, notes: Array<{ kind: ImportNoteKind, text: string, documentId: string | null, fields: Array<string> }>, rejects: Array<{ place: string, field: string | null, value: string | null, rule: string }>, changes: Array<{ id: string, slug: string, action: ChangeAction }> } | null };

export type ImportProgressSubscriptionVariables = Exact<{
  id: string | number;
}>;


export type ImportProgressSubscription = { importProgress: { status: ImportStatus, done: number, total: number } };

export type CancelImportMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelImportMutation = { cancelImport: { userErrors: Array<{ message: string }> } };

export type NamesQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type NamesQuery = { nodes: Array<
    | { title: string, id: string }
    | { label: string, id: string }
    | { label: string, id: string }
    | { label: string, id: string }
    | { name: string, id: string }
    | { label: string, id: string }
   | null> };

export type ChooseQueryVariables = Exact<{
  text: string;
  kinds: Array<SuggestionKind> | SuggestionKind;
}>;


export type ChooseQuery = { suggest: Array<{ text: string, kind: SuggestionKind, node:
      | { id: string }
      | { label: string, id: string }
      | { label: string, id: string }
      | { label: string, id: string }
      | { name: string, kind: ProviderKind, id: string }
      | { label: string, id: string }
     | null }> };

export type SectionHtmlFragment = { body: string };

export type ArticleHtmlFragment = { lead: string, sections: Array<{ body: string, sections: Array<{ body: string, sections: Array<{ body: string, sections: Array<{ body: string }> }> }> }> };

export type PreviewQueryVariables = Exact<{
  id: string | number;
}>;


export type PreviewQuery = { workingCopy: { article: { lead: string, sections: Array<{ body: string, sections: Array<{ body: string, sections: Array<{ body: string, sections: Array<{ body: string }> }> }> }> } | null } | null, article: { lead: string, sections: Array<{ body: string, sections: Array<{ body: string, sections: Array<{ body: string, sections: Array<{ body: string }> }> }> }> } | null };

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

export type QuarantineQueryVariables = Exact<{
  first: number;
}>;


export type QuarantineQuery = { quarantine: { totalCount: number, documents: Array<{ kind: string, id: string, problem: { message: string, field: Array<string> } }> } };

export type ReportsQueryVariables = Exact<{
  first: number;
}>;


export type ReportsQuery = { reports: Array<{ id: string, part: EntryPart | null, text: string, at: string, provider: { id: string, name: string } | null }> };

export type ResolveReportMutationVariables = Exact<{
  id: string | number;
}>;


export type ResolveReportMutation = { resolveReport: { userErrors: Array<{ message: string }> } };

export type TokensQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type TokensQuery = { apiTokens: { totalCount: number, nodes: Array<{ id: string, name: string, role: Role, createdAt: string, expiresAt: string | null, revokedAt: string | null, lastUsedOn: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

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

export type WebhooksQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhooksQuery = { webhooks: Array<{ id: string, url: string, name: string, createdAt: string, lastDeliveredAt: string | null, failingSince: string | null, failures: number, lastFailure: string | null, nextAttemptAt: string | null }> | null };

export type CreateWebhookMutationVariables = Exact<{
  url: string;
  name: string;
}>;


export type CreateWebhookMutation = { createWebhook: { secret: string | null, userErrors: Array<{ message: string, field: Array<string> }> } };

export type SendWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type SendWebhookMutation = { sendWebhook: { userErrors: Array<{ message: string }> } };

export type DeleteWebhookMutationVariables = Exact<{
  id: string | number;
}>;


export type DeleteWebhookMutation = { deleteWebhook: { userErrors: Array<{ message: string }> } };

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

export const CreateCondition: Operation<CreateConditionMutation, CreateConditionMutationVariables> = { document: actions_graphql, name: "CreateCondition", kind: "mutation" };
export const UpdateCondition: Operation<UpdateConditionMutation, UpdateConditionMutationVariables> = { document: actions_graphql, name: "UpdateCondition", kind: "mutation" };
export const CreateTreatment: Operation<CreateTreatmentMutation, CreateTreatmentMutationVariables> = { document: actions_graphql, name: "CreateTreatment", kind: "mutation" };
export const UpdateTreatment: Operation<UpdateTreatmentMutation, UpdateTreatmentMutationVariables> = { document: actions_graphql, name: "UpdateTreatment", kind: "mutation" };
export const CreateCredential: Operation<CreateCredentialMutation, CreateCredentialMutationVariables> = { document: actions_graphql, name: "CreateCredential", kind: "mutation" };
export const UpdateCredential: Operation<UpdateCredentialMutation, UpdateCredentialMutationVariables> = { document: actions_graphql, name: "UpdateCredential", kind: "mutation" };
export const CreateInsurer: Operation<CreateInsurerMutation, CreateInsurerMutationVariables> = { document: actions_graphql, name: "CreateInsurer", kind: "mutation" };
export const UpdateInsurer: Operation<UpdateInsurerMutation, UpdateInsurerMutationVariables> = { document: actions_graphql, name: "UpdateInsurer", kind: "mutation" };
export const DeleteProvider: Operation<DeleteProviderMutation, DeleteProviderMutationVariables> = { document: actions_graphql, name: "DeleteProvider", kind: "mutation" };
export const DeleteArticle: Operation<DeleteArticleMutation, DeleteArticleMutationVariables> = { document: actions_graphql, name: "DeleteArticle", kind: "mutation" };
export const DeleteCondition: Operation<DeleteConditionMutation, DeleteConditionMutationVariables> = { document: actions_graphql, name: "DeleteCondition", kind: "mutation" };
export const DeleteTreatment: Operation<DeleteTreatmentMutation, DeleteTreatmentMutationVariables> = { document: actions_graphql, name: "DeleteTreatment", kind: "mutation" };
export const DeleteCredential: Operation<DeleteCredentialMutation, DeleteCredentialMutationVariables> = { document: actions_graphql, name: "DeleteCredential", kind: "mutation" };
export const DeleteInsurer: Operation<DeleteInsurerMutation, DeleteInsurerMutationVariables> = { document: actions_graphql, name: "DeleteInsurer", kind: "mutation" };
export const RetireOne: Operation<RetireOneMutation, RetireOneMutationVariables> = { document: actions_graphql, name: "RetireOne", kind: "mutation" };
export const ReinstateOne: Operation<ReinstateOneMutation, ReinstateOneMutationVariables> = { document: actions_graphql, name: "ReinstateOne", kind: "mutation" };
export const SubmitOne: Operation<SubmitOneMutation, SubmitOneMutationVariables> = { document: actions_graphql, name: "SubmitOne", kind: "mutation" };
export const PublishOne: Operation<PublishOneMutation, PublishOneMutationVariables> = { document: actions_graphql, name: "PublishOne", kind: "mutation" };
export const UnpublishOne: Operation<UnpublishOneMutation, UnpublishOneMutationVariables> = { document: actions_graphql, name: "UnpublishOne", kind: "mutation" };
export const ConfirmOne: Operation<ConfirmOneMutation, ConfirmOneMutationVariables> = { document: actions_graphql, name: "ConfirmOne", kind: "mutation" };
export const ReviewArticle: Operation<ReviewArticleMutation, ReviewArticleMutationVariables> = { document: actions_graphql, name: "ReviewArticle", kind: "mutation" };
export const ArticleList: Operation<ArticleListQuery, ArticleListQueryVariables> = { document: articles_graphql, name: "ArticleList", kind: "query" };
export const RetireProvider: Operation<RetireProviderMutation, RetireProviderMutationVariables> = { document: bulk_graphql, name: "RetireProvider", kind: "mutation" };
export const ReinstateProvider: Operation<ReinstateProviderMutation, ReinstateProviderMutationVariables> = { document: bulk_graphql, name: "ReinstateProvider", kind: "mutation" };
export const ConfirmProvider: Operation<ConfirmProviderMutation, ConfirmProviderMutationVariables> = { document: bulk_graphql, name: "ConfirmProvider", kind: "mutation" };
export const SubmitArticle: Operation<SubmitArticleMutation, SubmitArticleMutationVariables> = { document: bulk_graphql, name: "SubmitArticle", kind: "mutation" };
export const PublishArticle: Operation<PublishArticleMutation, PublishArticleMutationVariables> = { document: bulk_graphql, name: "PublishArticle", kind: "mutation" };
export const UnpublishArticle: Operation<UnpublishArticleMutation, UnpublishArticleMutationVariables> = { document: bulk_graphql, name: "UnpublishArticle", kind: "mutation" };
export const OneDocument: Operation<OneDocumentQuery, OneDocumentQueryVariables> = { document: document_graphql, name: "OneDocument", kind: "query" };
export const SaveCopy: Operation<SaveCopyMutation, SaveCopyMutationVariables> = { document: document_graphql, name: "SaveCopy", kind: "mutation" };
export const PublishCopy: Operation<PublishCopyMutation, PublishCopyMutationVariables> = { document: document_graphql, name: "PublishCopy", kind: "mutation" };
export const UnscheduleCopy: Operation<UnscheduleCopyMutation, UnscheduleCopyMutationVariables> = { document: document_graphql, name: "UnscheduleCopy", kind: "mutation" };
export const DiscardCopy: Operation<DiscardCopyMutation, DiscardCopyMutationVariables> = { document: document_graphql, name: "DiscardCopy", kind: "mutation" };
export const ReviewCopy: Operation<ReviewCopyMutation, ReviewCopyMutationVariables> = { document: document_graphql, name: "ReviewCopy", kind: "mutation" };
export const Duplicates: Operation<DuplicatesQuery, DuplicatesQueryVariables> = { document: duplicates_graphql, name: "Duplicates", kind: "query" };
export const FrontImports: Operation<FrontImportsQuery, FrontImportsQueryVariables> = { document: front_imports_graphql, name: "FrontImports", kind: "query" };
export const Front: Operation<FrontQuery, FrontQueryVariables> = { document: front_graphql, name: "Front", kind: "query" };
export const History: Operation<HistoryQuery, HistoryQueryVariables> = { document: history_graphql, name: "History", kind: "query" };
export const ContentAt: Operation<ContentAtQuery, ContentAtQueryVariables> = { document: history_graphql, name: "ContentAt", kind: "query" };
export const RestoreRevision: Operation<RestoreRevisionMutation, RestoreRevisionMutationVariables> = { document: history_graphql, name: "RestoreRevision", kind: "mutation" };
export const Imports: Operation<ImportsQuery, ImportsQueryVariables> = { document: imports_graphql, name: "Imports", kind: "query" };
export const ImportResult: Operation<ImportResultQuery, ImportResultQueryVariables> = { document: imports_graphql, name: "ImportResult", kind: "query" };
export const ImportProgress: Operation<ImportProgressSubscription, ImportProgressSubscriptionVariables> = { document: imports_graphql, name: "ImportProgress", kind: "subscription" };
export const CancelImport: Operation<CancelImportMutation, CancelImportMutationVariables> = { document: imports_graphql, name: "CancelImport", kind: "mutation" };
export const Names: Operation<NamesQuery, NamesQueryVariables> = { document: names_graphql, name: "Names", kind: "query" };
export const Choose: Operation<ChooseQuery, ChooseQueryVariables> = { document: names_graphql, name: "Choose", kind: "query" };
export const Preview: Operation<PreviewQuery, PreviewQueryVariables> = { document: preview_graphql, name: "Preview", kind: "query" };
export const ProviderFacets: Operation<ProviderFacetsQuery, ProviderFacetsQueryVariables> = { document: provider_facets_graphql, name: "ProviderFacets", kind: "query" };
export const ProviderFacetsInState: Operation<ProviderFacetsInStateQuery, ProviderFacetsInStateQueryVariables> = { document: provider_facets_graphql, name: "ProviderFacetsInState", kind: "query" };
export const ProviderList: Operation<ProviderListQuery, ProviderListQueryVariables> = { document: providers_graphql, name: "ProviderList", kind: "query" };
export const ProvidersInState: Operation<ProvidersInStateQuery, ProvidersInStateQueryVariables> = { document: providers_graphql, name: "ProvidersInState", kind: "query" };
export const Quarantine: Operation<QuarantineQuery, QuarantineQueryVariables> = { document: quarantine_graphql, name: "Quarantine", kind: "query" };
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
export const Webhooks: Operation<WebhooksQuery, WebhooksQueryVariables> = { document: webhooks_graphql, name: "Webhooks", kind: "query" };
export const CreateWebhook: Operation<CreateWebhookMutation, CreateWebhookMutationVariables> = { document: webhooks_graphql, name: "CreateWebhook", kind: "mutation" };
export const SendWebhook: Operation<SendWebhookMutation, SendWebhookMutationVariables> = { document: webhooks_graphql, name: "SendWebhook", kind: "mutation" };
export const DeleteWebhook: Operation<DeleteWebhookMutation, DeleteWebhookMutationVariables> = { document: webhooks_graphql, name: "DeleteWebhook", kind: "mutation" };
export const WorkingCopyList: Operation<WorkingCopyListQuery, WorkingCopyListQueryVariables> = { document: working_copies_graphql, name: "WorkingCopyList", kind: "query" };
export const PublishWorkingCopies: Operation<PublishWorkingCopiesMutation, PublishWorkingCopiesMutationVariables> = { document: working_copies_graphql, name: "PublishWorkingCopies", kind: "mutation" };
export const DiscardWorkingCopies: Operation<DiscardWorkingCopiesMutation, DiscardWorkingCopiesMutationVariables> = { document: working_copies_graphql, name: "DiscardWorkingCopies", kind: "mutation" };
export const UnscheduleWorkingCopy: Operation<UnscheduleWorkingCopyMutation, UnscheduleWorkingCopyMutationVariables> = { document: working_copies_graphql, name: "UnscheduleWorkingCopy", kind: "mutation" };
