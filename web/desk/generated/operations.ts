/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { Operation } from "../api/operation";
import actions_graphql from "../operations/actions.graphql?raw";
import document_graphql from "../operations/document.graphql?raw";
import history_graphql from "../operations/history.graphql?raw";
import names_graphql from "../operations/names.graphql?raw";
import preview_graphql from "../operations/preview.graphql?raw";
import viewer_graphql from "../operations/viewer.graphql?raw";
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

/** The fields are those of the directory format. References are slugs or ids. */
export type ArticleInput = {
  author?: string | null | undefined;
  callToAction?: CallToActionInput | null | undefined;
  conditions?: Array<string> | null | undefined;
  id?: string | number | null | undefined;
  lead?: string | null | undefined;
  publishedOn?: string | null | undefined;
  sections?: Array<SectionInput> | null | undefined;
  slug?: string | null | undefined;
  sources?: Array<SourceInput> | null | undefined;
  title?: string | null | undefined;
  topic?: TopicInput | null | undefined;
  updatedOn?: string | null | undefined;
};

/** How far an article has come. The public sees published ones only. */
export type ArticleStatus =
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'PUBLISHED';

/** Whether the provider had openings on a day, and how many whole weeks a new client waits. */
export type AvailabilityInput = {
  asOf: string;
  hasOpenings: boolean;
  waitingWeeks?: number | null | undefined;
};

/** What an article asks its reader to do next. */
export type CallToActionInput = {
  body: string;
  heading: string;
};

/** What a change did. */
export type ChangeAction =
  | 'CREATE'
  | 'DELETE'
  | 'UPDATE';

/** The fields are those of the directory format. */
export type ConditionInput = {
  abbreviation?: string | null | undefined;
  alsoKnownAs?: Array<string> | null | undefined;
  description?: string | null | undefined;
  id?: string | number | null | undefined;
  name?: string | null | undefined;
  slug?: string | null | undefined;
};

/** Who confirmed an entry: the provider, an editor who looked at what the provider publishes or called them, or a registry whose record agrees. */
export type ConfirmedBy =
  | 'EDITOR'
  | 'PROVIDER'
  | 'REGISTRY'
  | 'TELEPHONE';

/** That the provider takes an insurer, by slug or id; each plan of an insurer once. */
export type CoverageInput = {
  asOf?: string | null | undefined;
  insurer: string;
  network?: Network | null | undefined;
  plan?: string | null | undefined;
  source?: CoverageSource | null | undefined;
};

/** Who says that a provider takes an insurer. */
export type CoverageSource =
  | 'EDITOR'
  | 'INSURER'
  | 'PROVIDER'
  | 'REGISTRY';

/** The fields are those of the directory format. */
export type CredentialInput = {
  abbreviation?: string | null | undefined;
  id?: string | number | null | undefined;
  name?: string | null | undefined;
  slug?: string | null | undefined;
};

/** A day of the week. */
export type DayOfWeek =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

/** What a session costs. */
export type FeeRangeInput = {
  currency: string;
  maximum: number;
  minimum: number;
  slidingScale?: boolean | null | undefined;
};

/** What a provider says their gender is. */
export type Gender =
  | 'MAN'
  | 'NONBINARY'
  | 'WOMAN';

/** When the provider sees clients in a usual week: the name of the time zone, as America/Detroit, and periods of local time. */
export type HoursInput = {
  note?: string | null | undefined;
  timeZone: string;
  weekly: Array<OpeningHoursInput>;
};

/** The fields are those of the directory format. */
export type InsurerInput = {
  alsoKnownAs?: Array<string> | null | undefined;
  id?: string | number | null | undefined;
  name?: string | null | undefined;
  slug?: string | null | undefined;
};

/** A level of the Interagency Language Roundtable, from 1 (ELEMENTARY) to 5 (NATIVE). */
export type LanguageProficiency =
  | 'ADVANCED'
  | 'ELEMENTARY'
  | 'LIMITED_WORKING'
  | 'NATIVE'
  | 'PROFESSIONAL';

/** Help for clients who do not share a language with the provider. */
export type LanguageService =
  | 'AMERICAN_SIGN_LANGUAGE'
  | 'INTERPRETERS';

/** How well the provider speaks one of their languages. */
export type LanguageSkillInput = {
  language: string;
  proficiency: LanguageProficiency;
};

/** Changes of single licences, by their ids: first those of update, then those of remove; those of add come after the last one. */
export type LicenseChangesInput = {
  add?: Array<LicenseInput> | null | undefined;
  remove?: Array<string | number> | null | undefined;
  update?: Array<LicenseUpdateInput> | null | undefined;
};

/** A licence. */
export type LicenseInput = {
  credential: string;
  expiresOn?: string | null | undefined;
  number?: string | null | undefined;
  state: string;
};

/** What is given changes; null clears. */
export type LicenseUpdateInput = {
  credential?: string | null | undefined;
  expiresOn?: string | null | undefined;
  id: string | number;
  number?: string | null | undefined;
  state?: string | null | undefined;
};

/** Changes of single locations, by their ids: first those of update, then those of remove; those of add come after the last one. */
export type LocationChangesInput = {
  add?: Array<LocationInput> | null | undefined;
  remove?: Array<string | number> | null | undefined;
  update?: Array<LocationUpdateInput> | null | undefined;
};

/** A place of practice, with the state by its name or its code. */
export type LocationInput = {
  city: string;
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
  phone?: string | null | undefined;
  postalCode?: string | null | undefined;
  state?: string | null | undefined;
  stateCode?: string | null | undefined;
  street?: string | null | undefined;
};

/** What is given changes; null clears. Of state and stateCode, one is enough. */
export type LocationUpdateInput = {
  city?: string | null | undefined;
  id: string | number;
  latitude?: number | null | undefined;
  longitude?: number | null | undefined;
  phone?: string | null | undefined;
  postalCode?: string | null | undefined;
  state?: string | null | undefined;
  stateCode?: string | null | undefined;
  street?: string | null | undefined;
};

/** Who read the article as an expert, and when: by default today. The record keeps who signed, and the fingerprint of the text. */
export type MedicalReviewInput = {
  credentials?: Array<string> | null | undefined;
  /** The reviewer on whose behalf you sign, where it is not you; instead of reviewer. */
  onBehalfOf?: string | null | undefined;
  reviewedOn?: string | null | undefined;
  /** By default you. Another one's name is signed on their behalf, and the record says so. */
  reviewer?: string | null | undefined;
};

/** Changes of single members of a working copy: locations and licenses are those of a provider, sections those of an article. A list is given here or in the input, not in both. */
export type MembersInput = {
  licenses?: LicenseChangesInput | null | undefined;
  locations?: LocationChangesInput | null | undefined;
  sections?: SectionChangesInput | null | undefined;
};

/** What the NPI registry says, to be held against the entry. */
export type NpiRecordInput = {
  kind: ProviderKind;
  name: string;
  person?: PersonNameInput | null | undefined;
  states?: Array<string> | null | undefined;
  taxonomies?: Array<string> | null | undefined;
};

/** Whether a provider has a contract with an insurer. OUT_OF_NETWORK: they have none, and clients may ask the insurer for some of the fee. */
export type Network =
  | 'IN_NETWORK'
  | 'OUT_OF_NETWORK';

/** Why the directory does not list the provider of a record. */
export type NotListedReason =
  /** The record says that the provider practices in another country. */
  | 'ABROAD'
  /** The record says that the provider is not what the directory is about. */
  | 'OUT_OF_SCOPE'
  /** The record does not tell whether it is in use, as where its dates cannot be read. */
  | 'UNCLEAR';

/** Hours without a break on one day: HH:MM of 24 hours; 24:00 is the end of the day. */
export type OpeningHoursInput = {
  closes: string;
  day: DayOfWeek;
  opens: string;
};

/** The name of a person in parts, as the registry has them. */
export type PersonNameInput = {
  family: string;
  given?: Array<string> | null | undefined;
  suffix?: string | null | undefined;
};

/** A phone number, in any form that can be dialled in the United States. */
export type PhoneNumberInput = {
  extension?: string | null | undefined;
  number: string;
  purpose: PhonePurpose;
};

/** What a phone number is for. TTY is a text telephone, for people who do not hear. */
export type PhonePurpose =
  | 'FAX'
  | 'INTAKE'
  | 'MAIN'
  | 'TTY';

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

/** The fields are those of the directory format. References are slugs or ids. */
export type ProviderInput = {
  acceptingNewClients?: boolean | null | undefined;
  accessibility?: Array<AccessibilityFeature> | null | undefined;
  ageGroups?: Array<AgeGroup> | null | undefined;
  availability?: AvailabilityInput | null | undefined;
  bookingUrl?: string | null | undefined;
  conditions?: Array<string> | null | undefined;
  confirmedOn?: string | null | undefined;
  /** Insurers of the directory that the provider takes, with what is known of each. */
  coverage?: Array<CoverageInput> | null | undefined;
  credentials?: Array<string> | null | undefined;
  email?: string | null | undefined;
  faith?: string | null | undefined;
  freeConsultation?: boolean | null | undefined;
  gender?: Gender | null | undefined;
  hours?: HoursInput | null | undefined;
  id?: string | number | null | undefined;
  identities?: Array<string> | null | undefined;
  /** Each is stored by the name of the insurer that it names, once, and one that names none as it is. */
  insurances?: Array<string> | null | undefined;
  kind?: ProviderKind | null | undefined;
  languageServices?: Array<LanguageService> | null | undefined;
  languageSkills?: Array<LanguageSkillInput> | null | undefined;
  languages?: Array<string> | null | undefined;
  licenses?: Array<LicenseInput> | null | undefined;
  locations?: Array<LocationInput> | null | undefined;
  name?: string | null | undefined;
  npi?: string | null | undefined;
  otherNames?: Array<string> | null | undefined;
  /** Numbers beside those of the locations. */
  phones?: Array<PhoneNumberInput> | null | undefined;
  populations?: Array<Population> | null | undefined;
  practicingSince?: number | null | undefined;
  prescribes?: boolean | null | undefined;
  pronouns?: string | null | undefined;
  /** For saveProviders only, and instead of an id: the record of a registry that says all this. It is brought in where no editor has changed a field since the last import of that record. */
  record?: RecordInput | null | undefined;
  sessionFee?: FeeRangeInput | null | undefined;
  sessionFormats?: Array<SessionFormat> | null | undefined;
  slug?: string | null | undefined;
  statement?: string | null | undefined;
  treatments?: Array<string> | null | undefined;
  website?: string | null | undefined;
  /** Organizations of the directory that a person works for. */
  worksFor?: Array<string> | null | undefined;
};

/** One person, or a practice, clinic or hospital. */
export type ProviderKind =
  | 'INDIVIDUAL'
  | 'ORGANIZATION';

/** Whether a provider is listed. The public sees active ones only. */
export type ProviderStatus =
  | 'ACTIVE'
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
  | 'ADMIN'
  | 'EDITOR'
  | 'REVIEWER'
  | 'VIEWER';

/** A section that is added: to the parent, or to the article where there is none; at a position from 0, or after the last one. */
export type SectionAdditionInput = {
  body?: string | null | undefined;
  heading: string;
  parent?: string | number | null | undefined;
  position?: number | null | undefined;
  sections?: Array<SectionInput> | null | undefined;
};

/** Changes of single sections, by their ids, however deep they are: first those of update, then those of remove, then those of add. */
export type SectionChangesInput = {
  add?: Array<SectionAdditionInput> | null | undefined;
  remove?: Array<string | number> | null | undefined;
  update?: Array<SectionUpdateInput> | null | undefined;
};

/** A section; the body is Markdown. */
export type SectionInput = {
  body?: string | null | undefined;
  heading: string;
  sections?: Array<SectionInput> | null | undefined;
};

/** What is given changes; null clears. */
export type SectionUpdateInput = {
  body?: string | null | undefined;
  heading?: string | null | undefined;
  id: string | number;
};

/** How a client and a provider meet. */
export type SessionFormat =
  | 'IN_PERSON'
  | 'PHONE'
  | 'VIDEO';

/** A publication that an article rests on. */
export type SourceInput = {
  publisher?: string | null | undefined;
  title: string;
  url: string;
};

/** What a suggestion completes to. */
export type SuggestionKind =
  | 'ARTICLE'
  | 'CONDITION'
  | 'CREDENTIAL'
  | 'INSURER'
  | 'LANGUAGE'
  | 'PLACE'
  | 'PROVIDER'
  | 'TREATMENT';

/** What the article is about, by slug or id. */
export type TopicInput =
  {   condition: string; credential?: never; insurer?: never; treatment?: never; }
  |  { condition?: never;   credential: string; insurer?: never; treatment?: never; }
  |  { condition?: never; credential?: never;   insurer: string; treatment?: never; }
  |  { condition?: never; credential?: never; insurer?: never;   treatment: string; };

/** The fields are those of the directory format. References are slugs or ids. */
export type TreatmentInput = {
  abbreviation?: string | null | undefined;
  alsoKnownAs?: Array<string> | null | undefined;
  conditions?: Array<string> | null | undefined;
  description?: string | null | undefined;
  id?: string | number | null | undefined;
  name?: string | null | undefined;
  slug?: string | null | undefined;
};

/** What kind of fault it is. */
export type UserErrorCode =
  /** The document is not at the expected revision; the payload has it as it is. */
  | 'CONFLICT'
  /** An editor has deleted it, and an import does not bring it back. */
  | 'DELETED'
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A rule of the document does not hold. */
  | 'INVALID'
  /** A list of locations would replace one that says more. Change single ones with members, or say allowLoss: true. */
  | 'LOSS'
  | 'NOT_FOUND'
  /** The record of a registry was read from a newer file before. With force it is brought in. */
  | 'OUTDATED'
  /** Others refer to it. */
  | 'REFERENCED'
  /** The text needs the sign-off of a reviewer who is not its author, since the operator asks for that with --require-sign-off. */
  | 'SIGN_OFF'
  /** Another document has the slug or the NPI. */
  | 'TAKEN';

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

export type RetireProviderMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type RetireProviderMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type ReinstateProviderMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type ReinstateProviderMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type SubmitArticleMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type SubmitArticleMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type PublishArticleMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type PublishArticleMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type UnpublishArticleMutationVariables = Exact<{
  id: string | number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type UnpublishArticleMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type ConfirmProviderMutationVariables = Exact<{
  id: string | number;
  by: ConfirmedBy;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type ConfirmProviderMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

export type ReviewArticleMutationVariables = Exact<{
  id: string | number;
  expectedRevision: number;
  expectedFingerprint?: string | null | undefined;
  review: MedicalReviewInput;
  idempotencyKey?: string | null | undefined;
}>;


export type ReviewArticleMutation = { done: { document: { id: string, revision: number } | null, userErrors: Array<{ code: UserErrorCode, message: string, field: Array<string> }> } };

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

export type HistoryQueryVariables = Exact<{
  id: string | number;
  first: number;
  before?: number | null | undefined;
}>;


export type HistoryQuery = { history: Array<{ revision: number, at: string, action: ChangeAction, operation: string, by: string, name: string | null, differences: Array<{ field: string, before: string | null, after: string | null }> }> };

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

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { id: string, name: string, role: Role } };

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
export const RetireProvider: Operation<RetireProviderMutation, RetireProviderMutationVariables> = { document: actions_graphql, name: "RetireProvider", kind: "mutation" };
export const ReinstateProvider: Operation<ReinstateProviderMutation, ReinstateProviderMutationVariables> = { document: actions_graphql, name: "ReinstateProvider", kind: "mutation" };
export const SubmitArticle: Operation<SubmitArticleMutation, SubmitArticleMutationVariables> = { document: actions_graphql, name: "SubmitArticle", kind: "mutation" };
export const PublishArticle: Operation<PublishArticleMutation, PublishArticleMutationVariables> = { document: actions_graphql, name: "PublishArticle", kind: "mutation" };
export const UnpublishArticle: Operation<UnpublishArticleMutation, UnpublishArticleMutationVariables> = { document: actions_graphql, name: "UnpublishArticle", kind: "mutation" };
export const ConfirmProvider: Operation<ConfirmProviderMutation, ConfirmProviderMutationVariables> = { document: actions_graphql, name: "ConfirmProvider", kind: "mutation" };
export const ReviewArticle: Operation<ReviewArticleMutation, ReviewArticleMutationVariables> = { document: actions_graphql, name: "ReviewArticle", kind: "mutation" };
export const OneDocument: Operation<OneDocumentQuery, OneDocumentQueryVariables> = { document: document_graphql, name: "OneDocument", kind: "query" };
export const SaveCopy: Operation<SaveCopyMutation, SaveCopyMutationVariables> = { document: document_graphql, name: "SaveCopy", kind: "mutation" };
export const PublishCopy: Operation<PublishCopyMutation, PublishCopyMutationVariables> = { document: document_graphql, name: "PublishCopy", kind: "mutation" };
export const UnscheduleCopy: Operation<UnscheduleCopyMutation, UnscheduleCopyMutationVariables> = { document: document_graphql, name: "UnscheduleCopy", kind: "mutation" };
export const DiscardCopy: Operation<DiscardCopyMutation, DiscardCopyMutationVariables> = { document: document_graphql, name: "DiscardCopy", kind: "mutation" };
export const ReviewCopy: Operation<ReviewCopyMutation, ReviewCopyMutationVariables> = { document: document_graphql, name: "ReviewCopy", kind: "mutation" };
export const History: Operation<HistoryQuery, HistoryQueryVariables> = { document: history_graphql, name: "History", kind: "query" };
export const ContentAt: Operation<ContentAtQuery, ContentAtQueryVariables> = { document: history_graphql, name: "ContentAt", kind: "query" };
export const RestoreRevision: Operation<RestoreRevisionMutation, RestoreRevisionMutationVariables> = { document: history_graphql, name: "RestoreRevision", kind: "mutation" };
export const Names: Operation<NamesQuery, NamesQueryVariables> = { document: names_graphql, name: "Names", kind: "query" };
export const Choose: Operation<ChooseQuery, ChooseQueryVariables> = { document: names_graphql, name: "Choose", kind: "query" };
export const Preview: Operation<PreviewQuery, PreviewQueryVariables> = { document: preview_graphql, name: "Preview", kind: "query" };
export const Viewer: Operation<ViewerQuery, ViewerQueryVariables> = { document: viewer_graphql, name: "Viewer", kind: "query" };
