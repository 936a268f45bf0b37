import type { CalendarDate } from '../scalars.js';
import type { Instant } from '../scalars.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An ISO 8601 calendar date, for example 2024-06-24. */
  Date: { input: CalendarDate; output: CalendarDate; }
  /** An RFC 3339 instant, for example 2024-06-24T09:30:00Z. */
  DateTime: { input: Instant; output: Instant; }
  /** Any value of JSON: an object, a list, a string, a number, a Boolean or null. */
  JSON: { input: unknown; output: unknown; }
  /** How a gateway names a document: an object with __typename, and the id, the slug or, of a provider, the npi. Further members are ignored. */
  _Any: { input: unknown; output: unknown; }
};

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

/** A feature, and how many providers have it. */
export type AccessibilityFeatureCount = {
  __typename: 'AccessibilityFeatureCount';
  /** How many providers have it. */
  count: Scalars['Int']['output'];
  /** How people read the value. */
  label: Scalars['String']['output'];
  /** What the filter takes. */
  value: AccessibilityFeature;
};

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

/** An age group, and how many providers see it. */
export type AgeGroupCount = {
  __typename: 'AgeGroupCount';
  /** How many providers see it. */
  count: Scalars['Int']['output'];
  /** How people read the value. */
  label: Scalars['String']['output'];
  /** What the filter takes. */
  value: AgeGroup;
};

/** A care page: an article with the providers beside it. */
export type Article = Node & {
  __typename: 'Article';
  /** Who wrote it. */
  author: Scalars['String']['output'];
  /** What the reader is asked to do next; null where there is nothing. */
  callToAction?: Maybe<CallToAction>;
  /** The conditions that the article says it speaks to. */
  conditions: Array<Condition>;
  /** Whom to call now. Never empty where the article, its topic or its conditions touch suicide, self-harm or overdose, domestic violence, sexual assault or child abuse. */
  crisisResources: Array<CrisisResource>;
  /** A hash of all that a medical review is of: it stays the same for as long as the text does. */
  fingerprint: Scalars['String']['output'];
  /** The id. It never changes, and is opaque. */
  id: Scalars['ID']['output'];
  /** The text before the first section. */
  lead: Scalars['String']['output'];
  /** Null where nobody has reviewed the article. */
  medicalReview?: Maybe<MedicalReview>;
  /** Providers who treat, offer, are or take the topic. */
  providers: ProviderConnection;
  /** The day on which it was first published. */
  publishedOn: Scalars['Date']['output'];
  /** About how long it takes to read, in whole minutes. */
  readingMinutes: Scalars['Int']['output'];
  /** Other articles about much the same, most alike first. */
  related: Array<Article>;
  /** Counts the changes, from 1. */
  revision: Scalars['Int']['output'];
  /** The parts under headings. */
  sections: Array<Section>;
  /** For addresses that people see. It may change, and the document is still found by the former one. */
  slug: Scalars['String']['output'];
  /** What the article's statements rest on. */
  sources: Array<Source>;
  /** Always PUBLISHED for the public. */
  status: ArticleStatus;
  /** The title of the article. */
  title: Scalars['String']['output'];
  /** What the article, and the providers beside it, are about. */
  topic: Topic;
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The day on which the text was last brought up to date. */
  updatedOn: Scalars['Date']['output'];
  /** The page of the article on the public site. */
  url: Scalars['String']['output'];
  /** What it is to become, as an editor has saved it; null where nothing is. */
  workingCopy?: Maybe<WorkingCopy>;
};


/** A care page: an article with the providers beside it. */
export type ArticleLeadArgs = {
  format?: InputMaybe<TextFormat>;
};


/** A care page: an article with the providers beside it. */
export type ArticleProvidersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProviderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ProviderOrder>;
};


/** A care page: an article with the providers beside it. */
export type ArticleRelatedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of articles. */
export type ArticleConnection = {
  __typename: 'ArticleConnection';
  /** Whom to call now. Never empty where the filter, or what the articles are listed for, touches suicide, self-harm or overdose, domestic violence, sexual assault or child abuse. */
  crisisResources: Array<CrisisResource>;
  /** The articles of the page, each with its cursor. */
  edges: Array<ArticleEdge>;
  /** The articles of the page. */
  nodes: Array<Article>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** An article in a list. */
export type ArticleEdge = {
  __typename: 'ArticleEdge';
  /** Marks this place in the list: for after and before. */
  cursor: Scalars['String']['output'];
  /** The article. */
  node: Article;
};

/** All that are given must hold; within one list any one of its members is enough. */
export type ArticleFilter = {
  /** Is about one of these conditions or speaks to it, by slug or id. */
  conditions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Has a medical review that was to be renewed before this day. */
  reviewDueBefore?: InputMaybe<Scalars['Date']['input']>;
  /** Words that the article has; forgiving of typing errors and of an unfinished last word. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Is about one of these treatments, by slug or id. */
  treatments?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** The fields are those of the directory format. References are slugs or ids. */
export type ArticleInput = {
  /** Who wrote it. */
  author?: InputMaybe<Scalars['String']['input']>;
  /** What the reader is asked to do next; null where there is nothing. */
  callToAction?: InputMaybe<CallToActionInput>;
  /** By slug or id. The conditions that the article says it speaks to. */
  conditions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The text before the first section, as Markdown. */
  lead?: InputMaybe<Scalars['String']['input']>;
  /** The day on which it was first published. */
  publishedOn?: InputMaybe<Scalars['Date']['input']>;
  /** The parts under headings. */
  sections?: InputMaybe<Array<SectionInput>>;
  /** The slug. By default it follows from the name or the title. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** What the article's statements rest on. */
  sources?: InputMaybe<Array<SourceInput>>;
  /** The title of the article. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** What the article, and the providers beside it, are about. */
  topic?: InputMaybe<TopicInput>;
  /** The day on which the text was last brought up to date. */
  updatedOn?: InputMaybe<Scalars['Date']['input']>;
};

/** Changes of single members of an article. A list is given here or in the input, not in both. */
export type ArticleMembersInput = {
  /** Changes of single sections. */
  sections?: InputMaybe<SectionChangesInput>;
};

/** The article as it is now, also where it is not published. */
export type ArticlePayload = {
  __typename: 'ArticlePayload';
  /** Null where nothing was done. */
  action?: Maybe<ChangeAction>;
  /** The article; null where there is none. */
  article?: Maybe<Article>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
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

/** Whether a provider had openings on a day. */
export type Availability = {
  __typename: 'Availability';
  /** The day on which the provider said so. */
  asOf: Scalars['Date']['output'];
  /** Whether the provider could take new clients on that day. */
  hasOpenings: Scalars['Boolean']['output'];
  /** How long a new client waits for the first session, in whole weeks; null where the provider has not said. */
  waitingWeeks?: Maybe<Scalars['Int']['output']>;
};

/** Whether the provider had openings on a day, and how many whole weeks a new client waits. */
export type AvailabilityInput = {
  /** The day on which the provider said so. */
  asOf: Scalars['Date']['input'];
  /** Whether the provider could take new clients on that day. */
  hasOpenings: Scalars['Boolean']['input'];
  /** How long a new client waits for the first session, in whole weeks; null where the provider has not said. */
  waitingWeeks?: InputMaybe<Scalars['Int']['input']>;
};

/** The edges of a box, in degrees. */
export type Bounds = {
  __typename: 'Bounds';
  /** The eastern edge, as a longitude. */
  east: Scalars['Float']['output'];
  /** The northern edge, as a latitude. */
  north: Scalars['Float']['output'];
  /** The southern edge, as a latitude. */
  south: Scalars['Float']['output'];
  /** The western edge, as a longitude. */
  west: Scalars['Float']['output'];
};

/** What is between two parallels and two meridians, with its edges, in degrees. Where west is above east it crosses the antimeridian. */
export type Box = {
  /** The eastern edge, as a longitude in degrees. */
  east: Scalars['Float']['input'];
  /** The northern edge, as a latitude in degrees. */
  north: Scalars['Float']['input'];
  /** The southern edge, as a latitude in degrees. */
  south: Scalars['Float']['input'];
  /** The western edge, as a longitude in degrees. */
  west: Scalars['Float']['input'];
};

/** What an article asks its reader to do next. */
export type CallToAction = {
  __typename: 'CallToAction';
  /** The text of the call to action, as Markdown. */
  body: Scalars['String']['output'];
  /** The heading. */
  heading: Scalars['String']['output'];
};

/** What an article asks its reader to do next. */
export type CallToActionInput = {
  /** The text of the call to action, as Markdown. */
  body: Scalars['String']['input'];
  /** The heading. */
  heading: Scalars['String']['input'];
};

/** One change of a document. */
export type Change = {
  __typename: 'Change';
  /** What it did. */
  action: ChangeAction;
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** Who made it; of an import, the same as operation. */
  by: Scalars['ID']['output'];
  /** The fields that it changed. */
  differences: Array<Difference>;
  /** What whoever made it is called; null where that is not known. */
  name?: Maybe<Scalars['String']['output']>;
  /** The mutation that asked for it; import, where a file in the directory format did, and with the name of a registry, where one of its files did. */
  operation: Scalars['String']['output'];
  /** The revision that it made. */
  revision: Scalars['Int']['output'];
};

/** What a change did. */
export type ChangeAction =
  /** The document was made. */
  | 'CREATE'
  /** The document was removed. */
  | 'DELETE'
  /** The document was changed. */
  | 'UPDATE';

/** A page of the changes of a document or of a token. */
export type ChangeConnection = {
  __typename: 'ChangeConnection';
  /** The changes of the page, each with its cursor. */
  edges: Array<ChangeEdge>;
  /** The changes of the page. */
  nodes: Array<Change>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** A change in a list. */
export type ChangeEdge = {
  __typename: 'ChangeEdge';
  /** Marks this place in the list: for after. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: Change;
};

/** What care is sought for, for example Depression. */
export type Condition = Node & {
  __typename: 'Condition';
  /** The usual abbreviation, for example PTSD; null where there is none. */
  abbreviation?: Maybe<Scalars['String']['output']>;
  /** Other names under which people look for it. */
  alsoKnownAs: Array<Scalars['String']['output']>;
  /** Those that are about it or speak to it, newest first. */
  articles: ArticleConnection;
  /** What it is, in a sentence or two; null where nobody has written it. */
  description?: Maybe<Scalars['String']['output']>;
  /** The id. It never changes, and is opaque. */
  id: Scalars['ID']['output'];
  /** The name, with the abbreviation in brackets where there is one. */
  label: Scalars['String']['output'];
  /** The name of the condition. */
  name: Scalars['String']['output'];
  /** Those who treat it. */
  providers: ProviderConnection;
  /** Counts the changes, from 1. */
  revision: Scalars['Int']['output'];
  /** For addresses that people see. It may change, and the document is still found by the former one. */
  slug: Scalars['String']['output'];
  /** What it is treated with. */
  treatments: Array<Treatment>;
};


/** What care is sought for, for example Depression. */
export type ConditionArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What care is sought for, for example Depression. */
export type ConditionProvidersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProviderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ProviderOrder>;
};

/** A page of conditions. */
export type ConditionConnection = {
  __typename: 'ConditionConnection';
  /** The conditions of the page, each with its cursor. */
  edges: Array<ConditionEdge>;
  /** The conditions of the page. */
  nodes: Array<Condition>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A condition, and how many providers treat it. */
export type ConditionCount = {
  __typename: 'ConditionCount';
  /** The condition. */
  condition: Condition;
  /** How many providers treat it. */
  count: Scalars['Int']['output'];
};

/** A condition in a list. */
export type ConditionEdge = {
  __typename: 'ConditionEdge';
  /** Marks this place in the list: for after and before. */
  cursor: Scalars['String']['output'];
  /** The condition. */
  node: Condition;
};

/** The fields are those of the directory format. */
export type ConditionInput = {
  /** The usual abbreviation, for example PTSD; null where there is none. */
  abbreviation?: InputMaybe<Scalars['String']['input']>;
  /** Other names under which people look for it. */
  alsoKnownAs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What it is, in a sentence or two; null where nobody has written it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The name of the condition. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The slug. By default it follows from the name or the title. */
  slug?: InputMaybe<Scalars['String']['input']>;
};

/** The condition as it is now. */
export type ConditionPayload = {
  __typename: 'ConditionPayload';
  /** Null where nothing was done. */
  action?: Maybe<ChangeAction>;
  /** The condition; null where there is none. */
  condition?: Maybe<Condition>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
};

/** That somebody confirmed an entry on a day. */
export type Confirmation = {
  __typename: 'Confirmation';
  /** Who confirmed it. */
  by: ConfirmedBy;
  /** Whether it still counts, by today's date in UTC. */
  counts: Scalars['Boolean']['output'];
  /** The day on which they did. */
  on: Scalars['Date']['output'];
  /** What was confirmed; empty where it was the whole entry. */
  parts: Array<EntryPart>;
  /** The last day on which it counts; null where it counts for ever. */
  until?: Maybe<Scalars['Date']['output']>;
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

/** That a provider takes an insurer. What is null nobody has said: ask before the first appointment. */
export type Coverage = {
  __typename: 'Coverage';
  /** The day on which the source said so. */
  asOf?: Maybe<Scalars['Date']['output']>;
  /** The insurer. */
  insurer: Insurer;
  /** Whether there is a contract; null where nobody has said. */
  network?: Maybe<Network>;
  /** Of the insurer; null where it is not one plan alone that is taken, or not known. */
  plan?: Maybe<Scalars['String']['output']>;
  /** Who says so; null where that is not known. */
  source?: Maybe<CoverageSource>;
};

/** That the provider takes an insurer, by slug or id; each plan of an insurer once. */
export type CoverageInput = {
  /** The day on which the source said so. */
  asOf?: InputMaybe<Scalars['Date']['input']>;
  /** The insurer, by slug or id. */
  insurer: Scalars['String']['input'];
  /** Whether there is a contract; null where nobody has said. */
  network?: InputMaybe<Network>;
  /** Of the insurer; null where it is not one plan alone that is taken, or not known. */
  plan?: InputMaybe<Scalars['String']['input']>;
  /** Who says so; null where that is not known. */
  source?: InputMaybe<CoverageSource>;
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

/** The token that was made, and its text, which is told here and never again: send it as Authorization: Bearer … */
export type CreateTokenPayload = {
  __typename: 'CreateTokenPayload';
  /** Its text, told only here: send it as Authorization: Bearer …; null where none was made. */
  secret?: Maybe<Scalars['String']['output']>;
  /** The token; null where none was made. */
  token?: Maybe<Token>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
};

/** The webhook that was made. */
export type CreateWebhookPayload = {
  __typename: 'CreateWebhookPayload';
  /** What the receiver verifies signatures with, by the Standard Webhooks specification: whsec_… It is told here and never again. */
  secret?: Maybe<Scalars['String']['output']>;
  /** Why it was not made; empty otherwise. */
  userErrors: Array<UserError>;
  /** Null where it was not made. */
  webhook?: Maybe<Webhook>;
};

/** A profession or degree that a provider holds, for example Licensed Clinical Social Worker (LCSW). */
export type Credential = Node & {
  __typename: 'Credential';
  /** The letters behind a name, for example LCSW; null where there are none. */
  abbreviation?: Maybe<Scalars['String']['output']>;
  /** The id. It never changes, and is opaque. */
  id: Scalars['ID']['output'];
  /** The name, with the abbreviation in brackets where there is one. */
  label: Scalars['String']['output'];
  /** The name of the credential. */
  name: Scalars['String']['output'];
  /** Those who hold it. */
  providers: ProviderConnection;
  /** Counts the changes, from 1. */
  revision: Scalars['Int']['output'];
  /** For addresses that people see. It may change, and the document is still found by the former one. */
  slug: Scalars['String']['output'];
};


/** A profession or degree that a provider holds, for example Licensed Clinical Social Worker (LCSW). */
export type CredentialProvidersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProviderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ProviderOrder>;
};

/** A page of credentials. */
export type CredentialConnection = {
  __typename: 'CredentialConnection';
  /** The credentials of the page, each with its cursor. */
  edges: Array<CredentialEdge>;
  /** The credentials of the page. */
  nodes: Array<Credential>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A credential, and how many providers hold it. */
export type CredentialCount = {
  __typename: 'CredentialCount';
  /** How many providers hold it. */
  count: Scalars['Int']['output'];
  /** The credential. */
  credential: Credential;
};

/** A credential in a list. */
export type CredentialEdge = {
  __typename: 'CredentialEdge';
  /** Marks this place in the list: for after and before. */
  cursor: Scalars['String']['output'];
  /** The credential. */
  node: Credential;
};

/** The fields are those of the directory format. */
export type CredentialInput = {
  /** The letters behind a name, for example LCSW; null where there are none. */
  abbreviation?: InputMaybe<Scalars['String']['input']>;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The name of the credential. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The slug. By default it follows from the name or the title. */
  slug?: InputMaybe<Scalars['String']['input']>;
};

/** The credential as it is now. */
export type CredentialPayload = {
  __typename: 'CredentialPayload';
  /** Null where nothing was done. */
  action?: Maybe<ChangeAction>;
  /** The credential; null where there is none. */
  credential?: Maybe<Credential>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
};

/** Whom to call or text in a crisis, at once. */
export type CrisisResource = {
  __typename: 'CrisisResource';
  /** What to call, as in a tel: link. Null for a line that only takes messages. */
  callNumber?: Maybe<Scalars['String']['output']>;
  /** Whom it is for, in a sentence. */
  description: Scalars['String']['output'];
  /** What it is called, for example 988 Suicide & Crisis Lifeline. */
  name: Scalars['String']['output'];
  /** What to know beside the numbers: the key to press, Spanish, when to call 911. */
  note?: Maybe<Scalars['String']['output']>;
  /**
   * What to call, in words and numbers.
   * @deprecated Words and numbers in one text, and the number of messages where there is none to call. Use callNumber, smsNumber and note. Deprecated since 2026-11-28.
   */
  phone?: Maybe<Scalars['String']['output']>;
  /** The word to send. Null where any message will do. */
  smsKeyword?: Maybe<Scalars['String']['output']>;
  /** Where to send a text message, as in an sms: link. Null for a line that only takes calls. */
  smsNumber?: Maybe<Scalars['String']['output']>;
  /**
   * How to send a text message, in words and numbers; null where it takes none.
   * @deprecated Words and numbers in one text. Use smsNumber and smsKeyword. Deprecated since 2026-11-28.
   */
  text?: Maybe<Scalars['String']['output']>;
  /** Its page on the web. */
  url: Scalars['String']['output'];
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

/** The id of what was deleted; null where it was not. */
export type DeletePayload = {
  __typename: 'DeletePayload';
  /** The id of what was deleted; null where nothing was. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A field that differs, as JSON before and after; null where it was or is not there. */
export type Difference = {
  __typename: 'Difference';
  /** What stands there now, as the text of JSON; null where there is nothing. */
  after?: Maybe<Scalars['String']['output']>;
  /** What is in after, as a value; null where the field is not there. */
  afterValue?: Maybe<Scalars['JSON']['output']>;
  /** What stood there, as the text of JSON; null where there was nothing. */
  before?: Maybe<Scalars['String']['output']>;
  /** What is in before, as a value; null where the field was not there. */
  beforeValue?: Maybe<Scalars['JSON']['output']>;
  /** The name of the field, as in the directory format. */
  field: Scalars['String']['output'];
};

/** One version of the whole directory: every field of one response is read from the same one. */
export type Directory = {
  __typename: 'Directory';
  /** How many articles are published. */
  articleCount: Scalars['Int']['output'];
  /** How many providers the public sees. */
  providerCount: Scalars['Int']['output'];
  /** How much of it was confirmed lately. */
  quality: DirectoryQuality;
  /** When a document of the directory was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Opaque. The same on every server over one database that has seen the same changes, and different as soon as anything differs. */
  version: Scalars['String']['output'];
};

/** That a document has changed for the public. */
export type DirectoryChange = {
  __typename: 'DirectoryChange';
  /** The document as it is now; null where it is gone: deleted, retired, or not published any more. */
  document?: Maybe<Node>;
  /** The id of the document. */
  id: Scalars['ID']['output'];
  /** What it is, or was. */
  kind: DocumentKind;
};

/** Documents that have changed for the public. */
export type DirectoryChanges = {
  __typename: 'DirectoryChanges';
  /** The documents, each once. */
  changes: Array<DirectoryChange>;
  /** Goes on after them. It is good for a week at least, on each server over the database. */
  cursor: Scalars['String']['output'];
  /** Whether there are more by now. Where not, ask again later: when a subscription or a webhook tells of a change, or after a while. */
  hasMore: Scalars['Boolean']['output'];
};

/** How much of the directory was confirmed lately: within the days that the operator has set (90 by default). */
export type DirectoryQuality = {
  __typename: 'DirectoryQuality';
  /** By the registries whose records are in the entry; editors where there is none. */
  bySource: Array<QualityCount>;
  /** By the states of the locations, most providers first. */
  byState: Array<QualityCount>;
  /** The part of all providers that nobody has confirmed lately, from 0 to 1. */
  share: Scalars['Float']['output'];
  /** How many providers nobody has confirmed lately. */
  unconfirmed: Scalars['Int']['output'];
};

/** A kind of document. */
export type DocumentKind =
  /** A care page. */
  | 'ARTICLE'
  /** What care is sought for. */
  | 'CONDITION'
  /** A profession or degree. */
  | 'CREDENTIAL'
  /** Who pays for care. */
  | 'INSURER'
  /** Who gives care. */
  | 'PROVIDER'
  /** A form of care. */
  | 'TREATMENT';

/** Two providers that look like one, and why: the strongest reason first. */
export type DuplicatePair = {
  __typename: 'DuplicatePair';
  /** One of the two. */
  a: Provider;
  /** The other one. */
  b: Provider;
  /** Why they look like one, the strongest reason first. */
  reasons: Array<DuplicateReason>;
};

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

/** Pairs of providers that look like one. */
export type Duplicates = {
  __typename: 'Duplicates';
  /** The first of them, those that are most alike first. */
  pairs: Array<DuplicatePair>;
  /** How many pairs there are. */
  totalCount: Scalars['Int']['output'];
};

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

/** What a reader says is wrong in an entry. Readers are not asked who they are. */
export type ErrorReport = {
  __typename: 'ErrorReport';
  /** When it was sent. */
  at: Scalars['DateTime']['output'];
  /** Of the report. */
  id: Scalars['ID']['output'];
  /** What is wrong; null where it is something else. */
  part?: Maybe<EntryPart>;
  /** Null where the entry is gone. */
  provider?: Maybe<Provider>;
  /** When an editor said that they have looked at it; null before that. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the reader wrote. */
  text: Scalars['String']['output'];
};

/** What one session costs, in whole units of the currency (ISO 4217). A sliding scale goes by what a client can pay. */
export type FeeRange = {
  __typename: 'FeeRange';
  /** The code of the currency in ISO 4217, for example USD. */
  currency: Scalars['String']['output'];
  /** The highest fee for a session, in whole units of the currency. */
  maximum: Scalars['Int']['output'];
  /** The lowest fee for a session, in whole units of the currency. */
  minimum: Scalars['Int']['output'];
  /** Whether the fee goes by what a client can pay. */
  slidingScale: Scalars['Boolean']['output'];
};

/** What a session costs. */
export type FeeRangeInput = {
  /** The code of the currency in ISO 4217, for example USD. */
  currency: Scalars['String']['input'];
  /** The highest fee for a session, in whole units of the currency. */
  maximum: Scalars['Int']['input'];
  /** The lowest fee for a session, in whole units of the currency. */
  minimum: Scalars['Int']['input'];
  /** Whether the fee goes by what a client can pay; false where it is left out. */
  slidingScale?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A field with three values, as JSON; null where it was or is not there. */
export type FieldConflict = {
  __typename: 'FieldConflict';
  /** As it was at baseRevision. */
  base?: Maybe<Scalars['String']['output']>;
  /** What is in base, as a value; null where there was none. */
  baseValue?: Maybe<Scalars['JSON']['output']>;
  /** The name of the field, as in the directory format. */
  field: Scalars['String']['output'];
  /** As the document has it now. */
  published?: Maybe<Scalars['String']['output']>;
  /** What is in published, as a value; null where there is none. */
  publishedValue?: Maybe<Scalars['JSON']['output']>;
  /** As the working copy has it. */
  working?: Maybe<Scalars['String']['output']>;
  /** What is in working, as a value; null where there is none. */
  workingValue?: Maybe<Scalars['JSON']['output']>;
};

/** Where distances are from. */
export type FoundPlace = {
  __typename: 'FoundPlace';
  /** The place as people write it: Flint, MI, or 48507. Null for a point. */
  label?: Maybe<Scalars['String']['output']>;
  /** In degrees, from -90 to 90. */
  latitude: Scalars['Float']['output'];
  /** In degrees, from -180 to 180. */
  longitude: Scalars['Float']['output'];
  /** The two-letter code. Of a point it is that of the nearest ZIP code; null far away from all. */
  state?: Maybe<Scalars['String']['output']>;
  /** The ZIP code whose area is taken for that of one that has none, such as a ZIP code of post office boxes or of one building; else null. */
  takenAs?: Maybe<Scalars['String']['output']>;
  /** How far away a location may be, in miles. */
  withinMiles: Scalars['Float']['output'];
};

/** What a provider says their gender is. */
export type Gender =
  /** A man. */
  | 'MAN'
  /** Neither only a woman nor only a man. */
  | 'NONBINARY'
  /** A woman. */
  | 'WOMAN';

/** A gender, and how many providers say that they are of it. */
export type GenderCount = {
  __typename: 'GenderCount';
  /** How many providers say that they are of it. */
  count: Scalars['Int']['output'];
  /** How people read the value. */
  label: Scalars['String']['output'];
  /** What the filter takes. */
  value: Gender;
};

/** When a provider sees clients in a usual week. */
export type Hours = {
  __typename: 'Hours';
  /** What the hours cannot say, for example: closed in August. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whether there are evening or weekend hours. */
  openAt: Array<OpenTime>;
  /** A name of the IANA time zone database, for example America/Detroit. */
  timeZone: Scalars['String']['output'];
  /** The hours of a usual week. */
  weekly: Array<OpeningHours>;
};

/** When the provider sees clients in a usual week: the name of the time zone, as America/Detroit, and periods of local time. */
export type HoursInput = {
  /** What the hours cannot say, for example: closed in August. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A name of the IANA time zone database, for example America/Detroit. */
  timeZone: Scalars['String']['input'];
  /** The hours of a usual week. */
  weekly: Array<OpeningHoursInput>;
};

/** A file that was sent to POST /imports, and what came of it. */
export type Import = {
  __typename: 'Import';
  /** The id of who sent it. */
  by: Scalars['ID']['output'];
  /** What whoever sent it is called; null where that is not known. */
  byName?: Maybe<Scalars['String']['output']>;
  /** How many were changed, or would be. */
  changed: Scalars['Int']['output'];
  /** The documents that were created or changed, or would be. At most 1,000 are kept. */
  changes: Array<ImportChange>;
  /** How many were created, or would be; 0 until the end, as the next two. */
  created: Scalars['Int']['output'];
  /** How many documents have been compared and, unless they are as they were, written. */
  done: Scalars['Int']['output'];
  /** Whether it is compared only, and nothing written. */
  dryRun: Scalars['Boolean']['output'];
  /** When it ended; null while it runs. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its name, as it was sent. */
  file: Scalars['String']['output'];
  /** Of the import. */
  id: Scalars['ID']['output'];
  /** Why it did not succeed, as people read it. */
  message?: Maybe<Scalars['String']['output']>;
  /** How many notes there are. */
  noteCount: Scalars['Int']['output'];
  /** What people should know about the file although it is not a fault. At most 1,000 are asked for at once, and 10,000 kept. */
  notes: Array<ImportNote>;
  /** How many faults there are. */
  rejectCount: Scalars['Int']['output'];
  /** The faults of a file that is rejected. At most 1,000 are asked for at once, and 10,000 kept: GET /imports/{id}/rejects has them as CSV. */
  rejects: Array<ImportReject>;
  /** Whether providers of a table are replaced as a whole. */
  replace: Scalars['Boolean']['output'];
  /** When it was sent. */
  startedAt: Scalars['DateTime']['output'];
  /** How far it is, and how it ended. */
  status: ImportStatus;
  /** How many documents the file has; 0 before that is known. */
  total: Scalars['Int']['output'];
  /** How many were as they are in the file. */
  unchanged: Scalars['Int']['output'];
};


/** A file that was sent to POST /imports, and what came of it. */
export type ImportChangesArgs = {
  first?: Scalars['Int']['input'];
};


/** A file that was sent to POST /imports, and what came of it. */
export type ImportNotesArgs = {
  first?: Scalars['Int']['input'];
};


/** A file that was sent to POST /imports, and what came of it. */
export type ImportRejectsArgs = {
  first?: Scalars['Int']['input'];
};

/** A document that an import created or changed, or would. */
export type ImportChange = {
  __typename: 'ImportChange';
  /** What was done with it, or would be. */
  action: ChangeAction;
  /** The id of the document. */
  id: Scalars['ID']['output'];
  /** The slug of the document. */
  slug: Scalars['String']['output'];
};

/** What people should know about a file. */
export type ImportNote = {
  __typename: 'ImportNote';
  /** Of EMPTIED: the document, and the fields that it would lose. */
  documentId?: Maybe<Scalars['ID']['output']>;
  /** The fields that the document would lose; empty for other notes. */
  fields: Array<Scalars['String']['output']>;
  /** What it is about. */
  kind: ImportNoteKind;
  /** What people should know, in a sentence. */
  text: Scalars['String']['output'];
};

/** What a note is about. */
export type ImportNoteKind =
  /** A document would lose fields. Dry runs tell of it. */
  | 'EMPTIED'
  /** Something odd in the file, as a column that no provider has. */
  | 'ODDITY'
  /** A new provider looks like one that was there before. */
  | 'RESEMBLING';

/** The import as it was when it was asked to end. */
export type ImportPayload = {
  __typename: 'ImportPayload';
  /** The import; null where there is none. */
  import?: Maybe<Import>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A fault of a file. */
export type ImportReject = {
  __typename: 'ImportReject';
  /** A JSON pointer into the document; null where it is not about a field. */
  field?: Maybe<Scalars['String']['output']>;
  /** The file with a line, or with a JSON pointer to the document. */
  place: Scalars['String']['output'];
  /** What should stand there. */
  rule: Scalars['String']['output'];
  /** The first 200 characters of what stands there. */
  value?: Maybe<Scalars['String']['output']>;
};

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

/** Who pays for care: a company or a program of the government, for example Medicaid. */
export type Insurer = Node & {
  __typename: 'Insurer';
  /** Other names under which people write it down, for example BCBS. The filter insurances takes them, too. */
  alsoKnownAs: Array<Scalars['String']['output']>;
  /** Those that are about it, newest first. */
  articles: ArticleConnection;
  /** The id. It never changes, and is opaque. */
  id: Scalars['ID']['output'];
  /** The name. */
  label: Scalars['String']['output'];
  /** The name of the insurer. */
  name: Scalars['String']['output'];
  /** Those who take it, by coverage or by the labels of insurances. */
  providers: ProviderConnection;
  /** Counts the changes, from 1. */
  revision: Scalars['Int']['output'];
  /** For addresses that people see. It may change, and the document is still found by the former one. */
  slug: Scalars['String']['output'];
};


/** Who pays for care: a company or a program of the government, for example Medicaid. */
export type InsurerArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Who pays for care: a company or a program of the government, for example Medicaid. */
export type InsurerProvidersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProviderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ProviderOrder>;
};

/** A page of insurers. */
export type InsurerConnection = {
  __typename: 'InsurerConnection';
  /** The insurers of the page, each with its cursor. */
  edges: Array<InsurerEdge>;
  /** The insurers of the page. */
  nodes: Array<Insurer>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** An insurer, and how many providers take it. */
export type InsurerCount = {
  __typename: 'InsurerCount';
  /** How many providers take it. */
  count: Scalars['Int']['output'];
  /** The insurer. */
  insurer: Insurer;
};

/** An insurer in a list. */
export type InsurerEdge = {
  __typename: 'InsurerEdge';
  /** Marks this place in the list: for after and before. */
  cursor: Scalars['String']['output'];
  /** The insurer. */
  node: Insurer;
};

/** The fields are those of the directory format. */
export type InsurerInput = {
  /** Other names under which people write it down, for example BCBS. The filter insurances takes them, too. */
  alsoKnownAs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The name of the insurer. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The slug. By default it follows from the name or the title. */
  slug?: InputMaybe<Scalars['String']['input']>;
};

/** The insurer as it is now. */
export type InsurerPayload = {
  __typename: 'InsurerPayload';
  /** Null where nothing was done. */
  action?: Maybe<ChangeAction>;
  /** The insurer; null where there is none. */
  insurer?: Maybe<Insurer>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
};

/** A part of a text, read as a filter. */
export type Intent = {
  __typename: 'Intent';
  /** What was typed, where that was taken for a typing error. Words in double quotation marks are taken as they are. */
  correctedFrom?: Maybe<Scalars['String']['output']>;
  /** The member of ProviderFilter that asks for the same; text for words of names and statements. For near, the values are near.at.place and, where the text says how far, near.withinMiles. */
  field: Scalars['String']['output'];
  /** What it is about. */
  kind: IntentKind;
  /** How people read it, for example: Depression; By video. */
  label: Scalars['String']['output'];
  /** The text with what was typed in double quotation marks; null where nothing was corrected. */
  textAsTyped?: Maybe<Scalars['String']['output']>;
  /** The text without this part. */
  textWithout: Scalars['String']['output'];
  /** Any of these. Of a number or a Boolean, the one value as it is written in JSON. */
  values: Array<Scalars['String']['output']>;
  /** Those of the text, with typing errors corrected. */
  words: Scalars['String']['output'];
};

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

/** How a text was read. */
export type Interpretation = {
  __typename: 'Interpretation';
  /** What it asks for, in the order of its words. All must hold. */
  intents: Array<Intent>;
  /** Words by which nobody was looked for, and why. */
  unused: Array<UnusedWords>;
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

/** A help with languages, and how many providers have it. */
export type LanguageServiceCount = {
  __typename: 'LanguageServiceCount';
  /** How many providers have it. */
  count: Scalars['Int']['output'];
  /** How people read the value. */
  label: Scalars['String']['output'];
  /** What the filter takes. */
  value: LanguageService;
};

/** How well a provider speaks a language. */
export type LanguageSkill = {
  __typename: 'LanguageSkill';
  /** The English name of the language. */
  language: Scalars['String']['output'];
  /** How well the provider speaks it. */
  proficiency: LanguageProficiency;
};

/** How well the provider speaks one of their languages. */
export type LanguageSkillInput = {
  /** One of the provider's languages. */
  language: Scalars['String']['input'];
  /** How well the provider speaks it. */
  proficiency: LanguageProficiency;
};

/** What a state lets a provider practise as. */
export type License = {
  __typename: 'License';
  /** What the licence is for. */
  credential: Credential;
  /** Whether expiresOn is over, by today's date in UTC. Who has only such licences in a state does not match licensedIn. */
  expired: Scalars['Boolean']['output'];
  /** The last day on which it holds, in UTC; null where nobody said. */
  expiresOn?: Maybe<Scalars['Date']['output']>;
  /** Stays the same for as long as the provider has the licence, whatever of it is corrected. */
  id: Scalars['ID']['output'];
  /** The licence number as the state writes it; null where nobody has given it. */
  number?: Maybe<Scalars['String']['output']>;
  /** The two-letter code of the state that has given it. */
  state: Scalars['String']['output'];
  /** The full name of the state, whose code is in state: for example Michigan. */
  stateName: Scalars['String']['output'];
};

/** Changes of single licences, by their ids: first those of update, then those of remove; those of add come after the last one. */
export type LicenseChangesInput = {
  /** New licences, which come after the last one. */
  add?: InputMaybe<Array<LicenseInput>>;
  /** The ids of licences that go. */
  remove?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Changes of licences that are there. */
  update?: InputMaybe<Array<LicenseUpdateInput>>;
};

/** A licence. */
export type LicenseInput = {
  /** What the licence is for, by slug or id. */
  credential: Scalars['String']['input'];
  /** The last day on which it holds, in UTC; null where nobody said. */
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  /** The licence number as the state writes it; null where nobody has given it. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** The state that has given it, by its two-letter code. */
  state: Scalars['String']['input'];
};

/** What is given changes; null clears. */
export type LicenseUpdateInput = {
  /** What the licence is for, by slug or id. */
  credential?: InputMaybe<Scalars['String']['input']>;
  /** The last day on which it holds, in UTC; null where nobody said. */
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  /** The id of the member that changes. */
  id: Scalars['ID']['input'];
  /** The licence number as the state writes it; null where nobody has given it. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** The state that has given it, by its two-letter code. */
  state?: InputMaybe<Scalars['String']['input']>;
};

/** Where a provider sees clients. */
export type Location = {
  __typename: 'Location';
  /** The city. */
  city: Scalars['String']['output'];
  /** Stays the same for as long as the provider has the location, whatever of it is corrected. */
  id: Scalars['ID']['output'];
  /** One line, as on an envelope. */
  label: Scalars['String']['output'];
  /** The latitude in degrees; null where it is not known. */
  latitude?: Maybe<Scalars['Float']['output']>;
  /** The longitude in degrees; null where it is not known. */
  longitude?: Maybe<Scalars['Float']['output']>;
  /** The phone number there, in E.164; null where there is none. */
  phone?: Maybe<Scalars['String']['output']>;
  /** The ZIP code, with five or nine digits; null where none is known. */
  postalCode?: Maybe<Scalars['String']['output']>;
  /** Full name, for example Michigan. */
  state: Scalars['String']['output'];
  /** Postal code of the state, for example MI. */
  stateCode: Scalars['String']['output'];
  /** The street with the number; null where the provider gives none. */
  street?: Maybe<Scalars['String']['output']>;
};

/** Changes of single locations, by their ids: first those of update, then those of remove; those of add come after the last one. */
export type LocationChangesInput = {
  /** New locations, which come after the last one. */
  add?: InputMaybe<Array<LocationInput>>;
  /** The ids of locations that go. */
  remove?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Changes of locations that are there. */
  update?: InputMaybe<Array<LocationUpdateInput>>;
};

/** A place of practice, with the state by its name or its code. */
export type LocationInput = {
  /** The city. */
  city: Scalars['String']['input'];
  /** The latitude in degrees; null where it is not known. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  /** The longitude in degrees; null where it is not known. */
  longitude?: InputMaybe<Scalars['Float']['input']>;
  /** The phone number there, in E.164; null where there is none. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** The ZIP code, with five or nine digits; null where none is known. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** The state by its name; stateCode is enough. */
  state?: InputMaybe<Scalars['String']['input']>;
  /** Postal code of the state, for example MI. */
  stateCode?: InputMaybe<Scalars['String']['input']>;
  /** The street with the number; null where the provider gives none. */
  street?: InputMaybe<Scalars['String']['input']>;
};

/** What is given changes; null clears. Of state and stateCode, one is enough. */
export type LocationUpdateInput = {
  /** The city. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** The id of the member that changes. */
  id: Scalars['ID']['input'];
  /** The latitude in degrees; null where it is not known. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  /** The longitude in degrees; null where it is not known. */
  longitude?: InputMaybe<Scalars['Float']['input']>;
  /** The phone number there, in E.164; null where there is none. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** The ZIP code, with five or nine digits; null where none is known. */
  postalCode?: InputMaybe<Scalars['String']['input']>;
  /** The state by its name; stateCode is enough. */
  state?: InputMaybe<Scalars['String']['input']>;
  /** Postal code of the state, for example MI. */
  stateCode?: InputMaybe<Scalars['String']['input']>;
  /** The street with the number; null where the provider gives none. */
  street?: InputMaybe<Scalars['String']['input']>;
};

/** Who read an article as an expert, and when. */
export type MedicalReview = {
  __typename: 'MedicalReview';
  /** What the reviewer is trained and licensed as. */
  credentials: Array<Credential>;
  /** Whether reviewDueOn is past, by the day in UTC. */
  overdue: Scalars['Boolean']['output'];
  /** When the text should be reviewed again. */
  reviewDueOn?: Maybe<Scalars['Date']['output']>;
  /** The day of the review. */
  reviewedOn: Scalars['Date']['output'];
  /** Who read it. */
  reviewer: Scalars['String']['output'];
  /** Whether the article has another text now than the one that was reviewed: another title, topic, lead, section, condition, source or call to action. Ask for it wherever you show a review, and never show a stale one as a review of the text beside it. */
  stale: Scalars['Boolean']['output'];
};

/** Who read the article as an expert, and when: by default today. The record keeps who signed, and the fingerprint of the text. */
export type MedicalReviewInput = {
  /** What the reviewer is trained and licensed as, by slug or id. By default what was given at their last review. */
  credentials?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The reviewer on whose behalf you sign, where it is not you; instead of reviewer. */
  onBehalfOf?: InputMaybe<Scalars['String']['input']>;
  /** The day of the review; by default today in UTC. */
  reviewedOn?: InputMaybe<Scalars['Date']['input']>;
  /** By default you. Another one's name is signed on their behalf, and the record says so. */
  reviewer?: InputMaybe<Scalars['String']['input']>;
};

/** Changes of single members of a working copy: locations and licenses are those of a provider, sections those of an article. A list is given here or in the input, not in both. */
export type MembersInput = {
  /** Changes of single licences of a provider. */
  licenses?: InputMaybe<LicenseChangesInput>;
  /** Changes of single locations of a provider. */
  locations?: InputMaybe<LocationChangesInput>;
  /** Changes of single sections of an article. */
  sections?: InputMaybe<SectionChangesInput>;
};

/** What editors do. Each mutation needs a token of the role that it names. */
export type Mutation = {
  __typename: 'Mutation';
  /** Ends an import that is running. What it has written stays. */
  cancelImport: ImportPayload;
  /** Keeps that the provider said that all is right: today, or on another day. */
  confirmProvider: ProviderPayload;
  /** A new article is a draft. */
  createArticle: ArticlePayload;
  /** Without a slug, it gets one that follows from the name. */
  createCondition: ConditionPayload;
  /** Without a slug, it gets one that follows from the name. */
  createCredential: CredentialPayload;
  /** Without a slug, it gets one that follows from the name. */
  createInsurer: InsurerPayload;
  /** Without a slug, it gets one that follows from the name. */
  createProvider: ProviderPayload;
  /** Makes a token for a person or a program. Without expiresOn, its last day in UTC, it does not expire. */
  createToken: CreateTokenPayload;
  /** Without a slug, it gets one that follows from the name. */
  createTreatment: TreatmentPayload;
  /** Makes a webhook: from now on its address is told that the directory has changed, and up to which cursor of directoryChanges. There are at most 20. */
  createWebhook: CreateWebhookPayload;
  /** Removes the article. */
  deleteArticle: DeletePayload;
  /** Refused while others refer to it. */
  deleteCondition: DeletePayload;
  /** Refused while others refer to it. */
  deleteCredential: DeletePayload;
  /** Refused while others refer to it. Insurances that name it stay, as labels. */
  deleteInsurer: DeletePayload;
  /** Removes the provider. */
  deleteProvider: DeletePayload;
  /** Refused while others refer to it. */
  deleteTreatment: DeletePayload;
  /** Ends a webhook. What is being sent may still arrive. */
  deleteWebhook: DeletePayload;
  /** Does what discardWorkingCopy does, with at most 100, each by itself: the payloads are in the order of the copies. */
  discardWorkingCopies: Array<WorkingCopyPayload>;
  /** Ends a working copy without publishing it. */
  discardWorkingCopy: WorkingCopyPayload;
  /** What refers to from then refers to into, which is also found by the slugs of from; from is deleted. */
  mergeConditions: ConditionPayload;
  /** What refers to from then refers to into, which is also found by the slugs of from; from is deleted. */
  mergeCredentials: CredentialPayload;
  /** What refers to from then refers to into, which is also found by the slugs of from, and known by its names; from is deleted. */
  mergeInsurers: InsurerPayload;
  /** What refers to from then refers to into, which is also found by the slugs of from; from is deleted. */
  mergeTreatments: TreatmentPayload;
  /** Makes it public. */
  publishArticle: ArticlePayload;
  /** Does what publishWorkingCopy does, with at most 100, each by itself: the payloads are in the order of the copies. */
  publishWorkingCopies: Array<WorkingCopyPayload>;
  /** Makes of the document what was saved, held to the rules as every change, and ends the working copy. An article becomes public. What others have changed in the document since stays, unless it is in the same fields: then it is refused with CONFLICT. Asked for again, it takes place once. With a time to come, it takes place then, on its own: refused now for what it would be refused for now, it is otherwise kept, and what goes wrong then stands in scheduleFailure. A later save takes the time away, since it was said of another text. */
  publishWorkingCopy: WorkingCopyPayload;
  /** Lists a retired provider again. */
  reinstateProvider: ProviderPayload;
  /** Keeps that you have looked at a reader's report. Correct the entry first, where it is wrong. */
  resolveReport: ReportPayload;
  /** Makes what a document said at a revision its newest one; of a deleted document, too, which then exists again. The slug and the status stay as they are, and a medical review is valid where it is of the text that is there then. revisions tells of them. */
  restoreRevision: RestorePayload;
  /** Takes the provider out of every public answer: nobody but editors sees it, and an import does not bring it back. Nothing of it is lost, and its slug and NPI stay its own. */
  retireProvider: ProviderPayload;
  /** Signs off the text as it is in one revision and, where you give the fingerprint that you read with it, that very text. */
  reviewArticle: ArticlePayload;
  /** Signs off the text of a working copy as publication would make it: that very text, of the fingerprint that you read with it. */
  reviewWorkingCopy: WorkingCopyPayload;
  /** Ends a token and what it is connected by: at once on this server, within five seconds on others. The last token of an administrator that holds only with force. */
  revokeToken: RevokeTokenPayload;
  /** Creates or, where the id or the slug exists, updates at most 500 providers, or brings in records of a registry, each by itself: the payloads are in the order of the inputs. allowLoss is that of updateProvider, and records of a registry do not need it. */
  saveProviders: Array<ProviderPayload>;
  /** Saves what a provider or an article is to become, without anybody seeing it but those with a token; incomplete, if need be. What is given changes on top of the working copy or, where none is open, of the document; null clears. members changes single members of its lists. Without an id, a new document is begun. The save must follow the one that is stored, 0 where no working copy is open: otherwise it is refused with CONFLICT, and the payload has what is stored. With baseRevision, the current one, you say that you have seen the document as it is now: its changes are then in the working copy, except where the two differ. */
  saveWorkingCopy: WorkingCopyPayload;
  /** Sends to a webhook at once, also where nothing has changed or the next attempt is later: to try a receiver, or when one is mended. The webhook tells what came of it. */
  sendWebhook: WebhookPayload;
  /** Tells of at most 5,000 records in a file of a registry that the directory is not about, so that no older file brings them in. Nothing happens to those that it lists: save them with notListed. */
  skipRecords: SkippedRecords;
  /** Hands a draft to the reviewers. */
  submitArticle: ArticlePayload;
  /** Hides it from the public: it is a draft again. */
  unpublishArticle: ArticlePayload;
  /** Takes away the time at which a working copy was to be published. It stays open. */
  unscheduleWorkingCopy: WorkingCopyPayload;
  /** A change of what was reviewed (title, topic, lead, sections, conditions, sources, call to action) makes the medical review stale. members changes single sections. */
  updateArticle: ArticlePayload;
  /** What is given changes; null clears. */
  updateCondition: ConditionPayload;
  /** What is given changes; null clears. */
  updateCredential: CredentialPayload;
  /** What is given changes; null clears. */
  updateInsurer: InsurerPayload;
  /** What is given changes; null clears. A list is replaced as a whole, and members changes single ones of it. A new list of locations that lacks the street, the ZIP code or the phone of a location in the same city is refused with LOSS, unless allowLoss is true. */
  updateProvider: ProviderPayload;
  /** What is given changes; null clears. */
  updateTreatment: TreatmentPayload;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationCancelImportArgs = {
  id: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationConfirmProviderArgs = {
  by?: ConfirmedBy;
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  on?: InputMaybe<Scalars['Date']['input']>;
  parts?: InputMaybe<Array<EntryPart>>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationCreateArticleArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: ArticleInput;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationCreateConditionArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: ConditionInput;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationCreateCredentialArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: CredentialInput;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationCreateInsurerArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: InsurerInput;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationCreateProviderArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: ProviderInput;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationCreateTokenArgs = {
  expiresOn?: InputMaybe<Scalars['Date']['input']>;
  name: Scalars['String']['input'];
  role: Role;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationCreateTreatmentArgs = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: TreatmentInput;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationCreateWebhookArgs = {
  name: Scalars['String']['input'];
  url: Scalars['String']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationDeleteArticleArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationDeleteConditionArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationDeleteCredentialArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationDeleteInsurerArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationDeleteProviderArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationDeleteTreatmentArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationDeleteWebhookArgs = {
  id: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationDiscardWorkingCopiesArgs = {
  copies: Array<SavedCopyInput>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationDiscardWorkingCopyArgs = {
  expectedSave: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationMergeConditionsArgs = {
  from: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  into: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationMergeCredentialsArgs = {
  from: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  into: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationMergeInsurersArgs = {
  from: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  into: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationMergeTreatmentsArgs = {
  from: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  into: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationPublishArticleArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationPublishWorkingCopiesArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  copies: Array<SavedCopyInput>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationPublishWorkingCopyArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  expectedSave: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationReinstateProviderArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationResolveReportArgs = {
  id: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationRestoreRevisionArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  revision: Scalars['Int']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationRetireProviderArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationReviewArticleArgs = {
  expectedFingerprint?: InputMaybe<Scalars['String']['input']>;
  expectedRevision: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  review: MedicalReviewInput;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationReviewWorkingCopyArgs = {
  expectedFingerprint: Scalars['String']['input'];
  expectedSave: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  review: MedicalReviewInput;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationRevokeTokenArgs = {
  force?: InputMaybe<Scalars['Boolean']['input']>;
  id: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationSaveProvidersArgs = {
  allowLoss?: Scalars['Boolean']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  inputs: Array<ProviderInput>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationSaveWorkingCopyArgs = {
  article?: InputMaybe<ArticleInput>;
  baseRevision?: InputMaybe<Scalars['Int']['input']>;
  expectedSave?: Scalars['Int']['input'];
  id?: InputMaybe<Scalars['ID']['input']>;
  members?: InputMaybe<MembersInput>;
  provider?: InputMaybe<ProviderInput>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationSendWebhookArgs = {
  id: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationSkipRecordsArgs = {
  fileDate: Scalars['Date']['input'];
  force?: InputMaybe<Scalars['Boolean']['input']>;
  keys: Array<Scalars['String']['input']>;
  source: Scalars['String']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationSubmitArticleArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationUnpublishArticleArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationUnscheduleWorkingCopyArgs = {
  expectedSave: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationUpdateArticleArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input?: ArticleInput;
  members?: InputMaybe<ArticleMembersInput>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationUpdateConditionArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: ConditionInput;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationUpdateCredentialArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: CredentialInput;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationUpdateInsurerArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: InsurerInput;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationUpdateProviderArgs = {
  allowLoss?: Scalars['Boolean']['input'];
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input?: ProviderInput;
  members?: InputMaybe<ProviderMembersInput>;
};


/** What editors do. Each mutation needs a token of the role that it names. */
export type MutationUpdateTreatmentArgs = {
  expectedRevision?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  input: TreatmentInput;
};

/** An entry of the directory held against the record in the registry of National Provider Identifiers (NPPES). */
export type NpiRecord = {
  __typename: 'NPIRecord';
  /** When the registry took the NPI out of use; null where it is in use. */
  deactivatedOn?: Maybe<Scalars['Date']['output']>;
  /** The date of the registry's file in which the record first stood as it is here. */
  fileDate: Scalars['Date']['output'];
  /** In words, for people: NPI record matches, NPI record differs, or NPI deactivated. */
  label: Scalars['String']['output'];
  /** Name, state and taxonomy agree, and the NPI is in use. */
  matches: Scalars['Boolean']['output'];
  /** Every word of the entry's name stands in the record's. */
  nameMatches: Scalars['Boolean']['output'];
  /** The record has a practice location in a state where the entry has one. */
  stateMatches: Scalars['Boolean']['output'];
  /** The record's taxonomy is of the kind that one of the entry's credentials is for; of an organization, both are organizations in behavioural health. */
  taxonomyMatches: Scalars['Boolean']['output'];
};

/** What the NPI registry says, to be held against the entry. */
export type NpiRecordInput = {
  /** A person, or an organization. */
  kind: ProviderKind;
  /** The name in the record. */
  name: Scalars['String']['input'];
  /** The name in parts, where it is a person's. */
  person?: InputMaybe<PersonNameInput>;
  /** Two-letter codes of the states of practice locations. */
  states?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Codes of the Health Care Provider Taxonomy. */
  taxonomies?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Has a location near a place. withinMiles is above 0 and at most 500. */
export type Near = {
  /** The place. */
  at: Place;
  /** Also finds those who meet by video or phone and are in the state of the place, or hold a licence there that has not expired. In the order DISTANCE they come after those who are near. */
  orByVideoInState?: InputMaybe<Scalars['Boolean']['input']>;
  /** How far away a location may be, in miles; above 0 and at most 500. */
  withinMiles?: InputMaybe<Scalars['Float']['input']>;
};

/** Whether a provider has a contract with an insurer. OUT_OF_NETWORK: they have none, and clients may ask the insurer for some of the fee. */
export type Network =
  /** They have a contract. */
  | 'IN_NETWORK'
  /** They have none; clients may ask the insurer for some of the fee. */
  | 'OUT_OF_NETWORK';

/** What can be read again by its id alone. */
export type Node = {
  /** Never changes. Opaque: clients should not take it apart. */
  id: Scalars['ID']['output'];
};

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

/** A time, and how many providers have hours then. */
export type OpenTimeCount = {
  __typename: 'OpenTimeCount';
  /** How many providers have hours then. */
  count: Scalars['Int']['output'];
  /** How people read the value. */
  label: Scalars['String']['output'];
  /** What the filter takes. */
  value: OpenTime;
};

/** Hours without a break on one day of the week, in local time. */
export type OpeningHours = {
  __typename: 'OpeningHours';
  /** HH:MM of 24 hours; 24:00 is the end of the day. */
  closes: Scalars['String']['output'];
  /** The day of the week. */
  day: DayOfWeek;
  /** HH:MM of 24 hours. */
  opens: Scalars['String']['output'];
};

/** Hours without a break on one day: HH:MM of 24 hours; 24:00 is the end of the day. */
export type OpeningHoursInput = {
  /** HH:MM of 24 hours; 24:00 is the end of the day. */
  closes: Scalars['String']['input'];
  /** The day of the week. */
  day: DayOfWeek;
  /** HH:MM of 24 hours. */
  opens: Scalars['String']['input'];
};

/** Where a page begins and ends, and whether there is more before or after it, as in the Relay specification. */
export type PageInfo = {
  __typename: 'PageInfo';
  /** The cursor of the last on the page, for after; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether there is more after the page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before the page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first on the page, for before; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** The name of a person in parts, as the registry has them. */
export type PersonNameInput = {
  /** The family name. */
  family: Scalars['String']['input'];
  /** The given names, in their order. */
  given?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What stands behind the name, for example Jr. */
  suffix?: InputMaybe<Scalars['String']['input']>;
};

/** A phone number, and what it is for. */
export type PhoneNumber = {
  __typename: 'PhoneNumber';
  /** To be dialled when the number has answered; digits only. Null where there is none. */
  extension?: Maybe<Scalars['String']['output']>;
  /** In E.164, for example +18105550123. */
  number: Scalars['String']['output'];
  /** What the number is for. */
  purpose: PhonePurpose;
};

/** A phone number, in any form that can be dialled in the United States. */
export type PhoneNumberInput = {
  /** To be dialled when the number has answered; digits only. Null where there is none. */
  extension?: InputMaybe<Scalars['String']['input']>;
  /** In any form that can be dialled in the United States. */
  number: Scalars['String']['input'];
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
  /** A city and its state, as Flint, MI or Flint, Michigan; a city alone, where one is larger than others of its name; or a ZIP code. */
  { place: Scalars['String']['input']; point?: never; postalCode?: never; }
  |  /** A point, such as where a person is. */
  { place?: never; point: Point; postalCode?: never; }
  |  /** A ZIP code or ZIP+4, for example 48503. */
  { place?: never; point?: never; postalCode: Scalars['String']['input']; };

/** In degrees: latitude from -90 to 90, longitude from -180 to 180. */
export type Point = {
  /** In degrees, from -90 to 90; north is positive. */
  latitude: Scalars['Float']['input'];
  /** In degrees, from -180 to 180; east is positive. */
  longitude: Scalars['Float']['input'];
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

/** A group of people, and how many providers say that they know it well. */
export type PopulationCount = {
  __typename: 'PopulationCount';
  /** How many providers say that they know it well. */
  count: Scalars['Int']['output'];
  /** How people read the value. */
  label: Scalars['String']['output'];
  /** What the filter takes. */
  value: Population;
};

/** Who sends a request. */
export type Principal = {
  __typename: 'Principal';
  /** Who it is, as in the history of documents. */
  id: Scalars['ID']['output'];
  /** What they are called. */
  name: Scalars['String']['output'];
  /** What they may do. */
  role: Role;
};

/** Who gives care: a person or an organization. */
export type Provider = Node & {
  __typename: 'Provider';
  /** Null where the provider has not said. */
  acceptingNewClients?: Maybe<Scalars['Boolean']['output']>;
  /** Null where the provider has not said; empty where there is none. */
  accessibility?: Maybe<Array<AccessibilityFeature>>;
  /** Whom the provider sees, by age. */
  ageGroups: Array<AgeGroup>;
  /** Articles about the treatments that this provider offers, in their order, then about the conditions that they treat; none about a treatment that is not offered, a credential that is not held or an insurer that is not taken. */
  articles: ArticleConnection;
  /** Openings and waiting time as the provider gave them; null where they have not. Show the date with them. */
  availability?: Maybe<Availability>;
  /** Where a client can make an appointment. */
  bookingUrl?: Maybe<Scalars['String']['output']>;
  /** The provider's own order: what they treat most comes first. */
  conditions: Array<Condition>;
  /** What was confirmed, by whom, and until when it counts; the latest first. */
  confirmations: Array<Confirmation>;
  /** When the provider last confirmed that this entry is right. */
  confirmedOn?: Maybe<Scalars['Date']['output']>;
  /** The insurers that the provider takes: what was said of each and, of those that are only named in insurances, no more than the insurer. What is named there and is no insurer of the directory is left out. */
  coverage: Array<Coverage>;
  /** The first is the one that the provider is listed under. */
  credentials: Array<Credential>;
  /** Where to write to the provider; null where they give no address. */
  email?: Maybe<Scalars['String']['output']>;
  /** In the provider's own words; null where they have not said. It is never inferred. */
  faith?: Maybe<Scalars['String']['output']>;
  /** Whether the first conversation is free; null where the provider has not said. */
  freeConsultation?: Maybe<Scalars['Boolean']['output']>;
  /** As the provider says; null where they have not said. It is never taken from a registry. */
  gender?: Maybe<Gender>;
  /** Null where the provider has not said. */
  hours?: Maybe<Hours>;
  /** The id. It never changes, and is opaque. */
  id: Scalars['ID']['output'];
  /** In the provider's own words, for example Black or Latina; null where they have not said. It is never inferred. */
  identities?: Maybe<Array<Scalars['String']['output']>>;
  /** What clients can pay with, as the provider or an editor wrote it: names of insurers, and others such as Out of pocket. */
  insurances: Array<Scalars['String']['output']>;
  /** A person, or an organization. */
  kind: ProviderKind;
  /** Null where the provider has not said; empty where there is none. */
  languageServices?: Maybe<Array<LanguageService>>;
  /** How well the provider speaks some of the languages, where they have said. */
  languageSkills: Array<LanguageSkill>;
  /** The languages in which the provider gives care, by their English names. */
  languages: Array<Scalars['String']['output']>;
  /** What states let the provider practise as. */
  licenses: Array<License>;
  /** The first is the main practice address. Empty for those who work only remotely. */
  locations: Array<Location>;
  /** What the provider is called. */
  name: Scalars['String']['output'];
  /** National Provider Identifier: ten digits with a valid check digit. */
  npi?: Maybe<Scalars['String']['output']>;
  /** What the NPI registry says under this provider's NPI; null where none of its files was imported. It shows that entry and registry agree, never that a licence holds: the registry does not check licences. */
  npiRecord?: Maybe<NpiRecord>;
  /** Names under which people may look for the provider: those that an organization does business as, and former and professional names. */
  otherNames: Array<Scalars['String']['output']>;
  /** The number of the main location first, then further ones, each with its extension. Fax numbers are among them: see purpose. */
  phones: Array<PhoneNumber>;
  /** Whom the provider says they know well; null where they have not said. */
  populations?: Maybe<Array<Population>>;
  /** The year in which the provider began to practise; null where they have not said. */
  practicingSince?: Maybe<Scalars['Int']['output']>;
  /** Whether the provider prescribes medication; null where they have not said. */
  prescribes?: Maybe<Scalars['Boolean']['output']>;
  /** The page of this provider on the public site. */
  profileUrl: Scalars['String']['output'];
  /** As the provider gives them, for example she/her; null where they have not. */
  pronouns?: Maybe<Scalars['String']['output']>;
  /** A form for readers, to report an error in this entry. It asks for no name. */
  reportUrl: Scalars['String']['output'];
  /** Counts the changes, from 1. */
  revision: Scalars['Int']['output'];
  /** What a session costs; null where the provider has not said. */
  sessionFee?: Maybe<FeeRange>;
  /** How clients can meet the provider. */
  sessionFormats: Array<SessionFormat>;
  /** Other providers who treat and offer much the same nearby, most alike first. */
  similar: Array<Provider>;
  /** For addresses that people see. It may change, and the document is still found by the former one. */
  slug: Scalars['String']['output'];
  /** The people of the directory who work for this organization; none for a person. */
  staff: ProviderConnection;
  /** In the provider's own words. */
  statement?: Maybe<Scalars['String']['output']>;
  /** Always ACTIVE for the public. */
  status: ProviderStatus;
  /** One or two sentences made from the fields above, in the wording of the directory's listings; right also for those without a location, without years, with a name that starts with a vowel sound, and for organizations. */
  summary: Scalars['String']['output'];
  /** The provider's own order: what they offer most comes first. */
  treatments: Array<Treatment>;
  /** Whether nobody has confirmed the whole entry lately, by today's date in UTC. Say so where you show it. */
  unconfirmed: Scalars['Boolean']['output'];
  /** When the entry was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** The address of the provider's own web page. */
  website?: Maybe<Scalars['String']['output']>;
  /** What it is to become, as an editor has saved it; null where nothing is. */
  workingCopy?: Maybe<WorkingCopy>;
  /** The organizations of the directory that this person works for; empty for an organization. */
  worksFor: Array<Provider>;
  /** Whole years, from practicingSince and today's date in UTC. */
  yearsInPractice?: Maybe<Scalars['Int']['output']>;
};


/** Who gives care: a person or an organization. */
export type ProviderArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Who gives care: a person or an organization. */
export type ProviderConditionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Who gives care: a person or an organization. */
export type ProviderSimilarArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Who gives care: a person or an organization. */
export type ProviderStaffArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProviderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ProviderOrder>;
};


/** Who gives care: a person or an organization. */
export type ProviderTreatmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A slug is for addresses that people see, and may change. An id never does. An npi is a National Provider Identifier. */
export type ProviderBy =
  /** The id. */
  { id: Scalars['ID']['input']; npi?: never; slug?: never; }
  |  /** The National Provider Identifier: ten digits. */
  { id?: never; npi: Scalars['String']['input']; slug?: never; }
  |  /** The slug, also a former one. */
  { id?: never; npi?: never; slug: Scalars['String']['input']; };

/** One change of a provider. */
export type ProviderChange = {
  __typename: 'ProviderChange';
  /** The id of the provider. */
  id: Scalars['ID']['output'];
  /** As it is after the change; null where it was deleted or retired. */
  provider?: Maybe<Provider>;
};

/** The providers of a cell of a map's grid. */
export type ProviderCluster = {
  __typename: 'ProviderCluster';
  /** The smallest box that holds all of them, which filter.within takes. */
  bounds: Bounds;
  /** How many providers there are in the cell. */
  count: Scalars['Int']['output'];
  /** The mean of where they are. */
  latitude: Scalars['Float']['output'];
  /** The mean longitude of where they are, in degrees. */
  longitude: Scalars['Float']['output'];
  /** Whose location it is where count is 1; else null. */
  provider?: Maybe<Provider>;
};

/** A page of providers, and what is known of all that match. */
export type ProviderConnection = {
  __typename: 'ProviderConnection';
  /** Articles about what is asked for: first those whose topic it is, then those that speak to it. Where nothing is asked for that articles can be about, those whose titles have all words of the text. At most 10. */
  articles: Array<Article>;
  /** All who match, grouped for a map by the cells of a grid, most providers first: cells are 64 pixels wide at the zoom level of web maps, from 0 to 20. Each provider counts in one cluster: at the location nearest to filter.near, else at the first one; of several in the box that is asked for, and in one of the states or cities. There are at most first clusters (from 1 to 1000): where there would be more, cells are larger. The counts sum to totalCount less unplacedCount. */
  clusters: Array<ProviderCluster>;
  /** Whom to call now. Never empty where the filter touches suicide, self-harm or overdose, domestic violence, sexual assault or child abuse. */
  crisisResources: Array<CrisisResource>;
  /** The providers of the page, each with its cursor. */
  edges: Array<ProviderEdge>;
  /** How many of all matching providers have each value; each facet leaves its own filter out, so that a person can widen a choice. */
  facets: ProviderFacets;
  /** How filter.text was read; null without a text. Results, facets and matches are those of its intents as filters. */
  interpretation?: Maybe<Interpretation>;
  /** The place that filter.near asks for, as it was understood; null without it. */
  near?: Maybe<FoundPlace>;
  /** The providers of the page. */
  nodes: Array<Provider>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** Where nobody meets everything: what to ask for instead, most wanted first. */
  relaxations: Array<Relaxation>;
  /** What was asked for instead, where relax was true and nobody met everything. */
  relaxed?: Maybe<Relaxation>;
  /** How many providers match, on all pages together. */
  totalCount: Scalars['Int']['output'];
  /** How many of all who match are in no cluster: those without a known location, and those who are found for something else than a location near filter.near. */
  unplacedCount: Scalars['Int']['output'];
  /**
   * Where nothing matched: which single filter to leave out, and how many providers would match then, most first.
   * @deprecated Use relaxations, which also say what of a text to leave out. Deprecated since 2026-11-29.
   */
  widenings: Array<Widening>;
};


/** A page of providers, and what is known of all that match. */
export type ProviderConnectionArticlesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A page of providers, and what is known of all that match. */
export type ProviderConnectionClustersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  zoom: Scalars['Int']['input'];
};

/** A provider in a list, and why it is there. */
export type ProviderEdge = {
  __typename: 'ProviderEdge';
  /** Marks this place in the list: for after and before. */
  cursor: Scalars['String']['output'];
  /** From filter.near to the provider's nearest location. */
  distanceMiles?: Maybe<Scalars['Float']['output']>;
  /** What in the filter this provider met, for example: Treats Depression; Offers KAP; 3.2 miles away. */
  matches: Array<Scalars['String']['output']>;
  /** The provider. */
  node: Provider;
};

/** The values to choose from, most common first. */
export type ProviderFacets = {
  __typename: 'ProviderFacets';
  /** The values are true and false; so they are of the four that follow. */
  acceptingNewClients: Array<ValueCount>;
  /** What makes their places usable; the values are those of AccessibilityFeature. */
  accessibility: Array<ValueCount>;
  /** What makes their places usable, with the values of the filter. */
  accessibilityCounts: Array<AccessibilityFeatureCount>;
  /** Whom they see, with the values of the filter. */
  ageGroupCounts: Array<AgeGroupCount>;
  /** Whom they see; the values are those of AgeGroup. */
  ageGroups: Array<ValueCount>;
  /** The cities of their locations, with the state. */
  cities: Array<ValueCount>;
  /** The conditions that they treat. */
  conditions: Array<ConditionCount>;
  /** The credentials that they hold. */
  credentials: Array<CredentialCount>;
  /** The faiths that they give, in their own words. */
  faiths: Array<ValueCount>;
  /** Whether the first conversation is free. */
  freeConsultation: Array<ValueCount>;
  /** The genders that they say they are of, with the values of the filter. */
  genderCounts: Array<GenderCount>;
  /** The genders that they say they are of; the values are those of Gender. */
  genders: Array<ValueCount>;
  /** Whether they had openings when they last said. */
  hasOpenings: Array<ValueCount>;
  /** The identities that they give, in their own words. */
  identities: Array<ValueCount>;
  /** Insurers by their names, each once however it is spelled, and labels that name none. */
  insurances: Array<ValueCount>;
  /** The insurers among them. */
  insurers: Array<InsurerCount>;
  /** Their help with languages, with the values of the filter. */
  languageServiceCounts: Array<LanguageServiceCount>;
  /** Their help with languages; the values are those of LanguageService. */
  languageServices: Array<ValueCount>;
  /** The languages in which they give care. */
  languages: Array<ValueCount>;
  /** When they have hours; the values are those of OpenTime. */
  openAt: Array<ValueCount>;
  /** When they have hours, with the values of the filter. */
  openAtCounts: Array<OpenTimeCount>;
  /** Whom they say they know well, with the values of the filter. */
  populationCounts: Array<PopulationCount>;
  /** Whom they say they know well; the values are those of Population. */
  populations: Array<ValueCount>;
  /** Whether they prescribe medication. */
  prescribes: Array<ValueCount>;
  /** How they meet clients, with the values of the filter. */
  sessionFormatCounts: Array<SessionFormatCount>;
  /** How they meet clients; the values are those of SessionFormat. */
  sessionFormats: Array<ValueCount>;
  /** Of those who have given a fee. */
  slidingScale: Array<ValueCount>;
  /** The states of their locations; the values are two-letter codes. */
  states: Array<ValueCount>;
  /** The treatments that they offer. */
  treatments: Array<TreatmentCount>;
};


/** The values to choose from, most common first. */
export type ProviderFacetsCitiesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The values to choose from, most common first. */
export type ProviderFacetsConditionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The values to choose from, most common first. */
export type ProviderFacetsCredentialsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The values to choose from, most common first. */
export type ProviderFacetsFaithsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The values to choose from, most common first. */
export type ProviderFacetsIdentitiesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The values to choose from, most common first. */
export type ProviderFacetsInsurancesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The values to choose from, most common first. */
export type ProviderFacetsInsurersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The values to choose from, most common first. */
export type ProviderFacetsLanguagesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The values to choose from, most common first. */
export type ProviderFacetsStatesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** The values to choose from, most common first. */
export type ProviderFacetsTreatmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** All that are given must hold; within one list any one of its members is enough, and allOf... lists ask for every member. An empty list counts as not given, and one has at most 100 members. Who has not said (years, fee, …) does not match a filter that asks. */
export type ProviderFilter = {
  /** True: accepts new clients; false: does not. Who has not said is not found either way. */
  acceptingNewClients?: InputMaybe<Scalars['Boolean']['input']>;
  /** Has one of these features. */
  accessibility?: InputMaybe<Array<AccessibilityFeature>>;
  /** Sees one of these age groups. */
  ageGroups?: InputMaybe<Array<AgeGroup>>;
  /** Has all of these features. */
  allOfAccessibility?: InputMaybe<Array<AccessibilityFeature>>;
  /** Treats all of these conditions, by slug or id. */
  allOfConditions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In any state, as Flint, or in one, as Flint, Michigan or Flint, MI. */
  cities?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Treats one of these conditions, by slug or id. */
  conditions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Last confirmed their entry before this day. Who never has does not match; see unconfirmed. */
  confirmedBefore?: InputMaybe<Scalars['Date']['input']>;
  /** Confirmed their entry on this day or later. */
  confirmedSince?: InputMaybe<Scalars['Date']['input']>;
  /** Holds one of these credentials, by slug or id. */
  credentials?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Compared without case and accents. */
  faiths?: InputMaybe<Array<Scalars['String']['input']>>;
  /** True: the first conversation is free; false: it is not. Who has not said is not found either way. */
  freeConsultation?: InputMaybe<Scalars['Boolean']['input']>;
  /** Says that they are of one of these genders. */
  genders?: InputMaybe<Array<Gender>>;
  /** True: had openings when they last said. See availability.asOf. */
  hasOpenings?: InputMaybe<Scalars['Boolean']['input']>;
  /** Compared without case and accents. */
  identities?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Insurers, by name, another name, slug or id, however a provider spells them; and other labels, compared without case and accents. */
  insurances?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Is a person, or an organization. */
  kinds?: InputMaybe<Array<ProviderKind>>;
  /** Offers one of these services. */
  languageServices?: InputMaybe<Array<LanguageService>>;
  /** Gives care in one of these languages, by their English names, for example Spanish. */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Holds a licence in one of these states (two-letter codes) that has not expired, so may see clients there by video or phone. */
  licensedIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Has a location near a place. */
  near?: InputMaybe<Near>;
  /** Has hours at one of these times. */
  openAt?: InputMaybe<Array<OpenTime>>;
  /** Says that they know one of these groups well. */
  populations?: InputMaybe<Array<Population>>;
  /** True: prescribes medication; false: does not. Who has not said is not found either way. */
  prescribes?: InputMaybe<Scalars['Boolean']['input']>;
  /** Highest acceptable fee for one session, in whole US dollars. */
  sessionFeeAtMost?: InputMaybe<Scalars['Int']['input']>;
  /** Meets clients in one of these ways. */
  sessionFormats?: InputMaybe<Array<SessionFormat>>;
  /** True: the fee depends on what a client can pay. Who has not given a fee is not found either way. */
  slidingScale?: InputMaybe<Scalars['Boolean']['input']>;
  /** Two-letter codes. */
  states?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Words from a name, a condition, a treatment, a credential, a city or the statement; forgiving of typing errors and of an unfinished last word. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Offers one of these treatments, by slug or id. */
  treatments?: InputMaybe<Array<Scalars['String']['input']>>;
  /** True: nobody has confirmed the entry lately; false: somebody has. */
  unconfirmed?: InputMaybe<Scalars['Boolean']['input']>;
  /** The longest acceptable wait for a first session, in weeks. */
  waitingWeeksAtMost?: InputMaybe<Scalars['Int']['input']>;
  /** Has a location there. */
  within?: InputMaybe<Within>;
  /** At least this many years. */
  yearsInPractice?: InputMaybe<Scalars['Int']['input']>;
};

/** The fields are those of the directory format. References are slugs or ids. */
export type ProviderInput = {
  /** Null where the provider has not said. */
  acceptingNewClients?: InputMaybe<Scalars['Boolean']['input']>;
  /** Null where the provider has not said; empty where there is none. */
  accessibility?: InputMaybe<Array<AccessibilityFeature>>;
  /** Whom the provider sees, by age. */
  ageGroups?: InputMaybe<Array<AgeGroup>>;
  /** Openings and waiting time as the provider gave them; null where they have not. Show the date with them. */
  availability?: InputMaybe<AvailabilityInput>;
  /** Where a client can make an appointment. */
  bookingUrl?: InputMaybe<Scalars['String']['input']>;
  /** By slug or id. The provider's own order: what they treat most comes first. */
  conditions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When the provider last confirmed that this entry is right. */
  confirmedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Insurers of the directory that the provider takes, with what is known of each. */
  coverage?: InputMaybe<Array<CoverageInput>>;
  /** By slug or id. The first is the one that the provider is listed under. */
  credentials?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Where to write to the provider; null where they give no address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** In the provider's own words; null where they have not said. It is never inferred. */
  faith?: InputMaybe<Scalars['String']['input']>;
  /** Whether the first conversation is free; null where the provider has not said. */
  freeConsultation?: InputMaybe<Scalars['Boolean']['input']>;
  /** As the provider says; null where they have not said. It is never taken from a registry. */
  gender?: InputMaybe<Gender>;
  /** Null where the provider has not said. */
  hours?: InputMaybe<HoursInput>;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** In the provider's own words, for example Black or Latina; null where they have not said. It is never inferred. */
  identities?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Each is stored by the name of the insurer that it names, once, and one that names none as it is. */
  insurances?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A person, or an organization. */
  kind?: InputMaybe<ProviderKind>;
  /** Null where the provider has not said; empty where there is none. */
  languageServices?: InputMaybe<Array<LanguageService>>;
  /** How well the provider speaks some of the languages, where they have said. */
  languageSkills?: InputMaybe<Array<LanguageSkillInput>>;
  /** By their English names, for example Spanish. */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What states let the provider practise as. */
  licenses?: InputMaybe<Array<LicenseInput>>;
  /** The first is the main practice address. Empty for those who work only remotely. */
  locations?: InputMaybe<Array<LocationInput>>;
  /** What the provider is called. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** National Provider Identifier: ten digits with a valid check digit. */
  npi?: InputMaybe<Scalars['String']['input']>;
  /** Names under which people may look for the provider: those that an organization does business as, and former and professional names. */
  otherNames?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Numbers beside those of the locations. */
  phones?: InputMaybe<Array<PhoneNumberInput>>;
  /** Whom the provider says they know well; null where they have not said. */
  populations?: InputMaybe<Array<Population>>;
  /** The year in which the provider began to practise; null where they have not said. */
  practicingSince?: InputMaybe<Scalars['Int']['input']>;
  /** Whether the provider prescribes medication; null where they have not said. */
  prescribes?: InputMaybe<Scalars['Boolean']['input']>;
  /** As the provider gives them, for example she/her; null where they have not. */
  pronouns?: InputMaybe<Scalars['String']['input']>;
  /** For saveProviders only, and instead of an id: the record of a registry that says all this. It is brought in where no editor has changed a field since the last import of that record. */
  record?: InputMaybe<RecordInput>;
  /** What a session costs; null where the provider has not said. */
  sessionFee?: InputMaybe<FeeRangeInput>;
  /** How clients can meet the provider. */
  sessionFormats?: InputMaybe<Array<SessionFormat>>;
  /** The slug. By default it follows from the name or the title. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** In the provider's own words. */
  statement?: InputMaybe<Scalars['String']['input']>;
  /** By slug or id. The provider's own order: what they offer most comes first. */
  treatments?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The address of the provider's own web page. */
  website?: InputMaybe<Scalars['String']['input']>;
  /** Organizations of the directory that a person works for. */
  worksFor?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** One person, or a practice, clinic or hospital. */
export type ProviderKind =
  /** One person. */
  | 'INDIVIDUAL'
  /** A practice, clinic or hospital. */
  | 'ORGANIZATION';

/** Changes of single members of a provider. A list is given here or in the input, not in both. */
export type ProviderMembersInput = {
  /** Changes of single licences. */
  licenses?: InputMaybe<LicenseChangesInput>;
  /** Changes of single locations. */
  locations?: InputMaybe<LocationChangesInput>;
};

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

/** The provider as it is now, also where it is retired. */
export type ProviderPayload = {
  __typename: 'ProviderPayload';
  /** Null where nothing was done. */
  action?: Maybe<ChangeAction>;
  /** The provider; null where there is none. */
  provider?: Maybe<Provider>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
};

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

/** How many of the providers with a value were not confirmed lately. */
export type QualityCount = {
  __typename: 'QualityCount';
  /** How many providers have the value. */
  count: Scalars['Int']['output'];
  /** How people read the value. */
  label: Scalars['String']['output'];
  /** The part of them that was not confirmed lately, from 0 to 1. */
  share: Scalars['Float']['output'];
  /** How many of them nobody has confirmed lately. */
  unconfirmed: Scalars['Int']['output'];
  /** The code of a state, the name of a registry, or editors. */
  value: Scalars['String']['output'];
};

/** Documents that are not shown. */
export type Quarantine = {
  __typename: 'Quarantine';
  /** The first of them, by kind and id. */
  documents: Array<QuarantinedDocument>;
  /** How many documents are not shown. */
  totalCount: Scalars['Int']['output'];
};

/** A document that is not shown, and a rule that it breaks. The kind is the type in the directory format. */
export type QuarantinedDocument = {
  __typename: 'QuarantinedDocument';
  /** The id that it is stored under, which need not be one that findcare gives. */
  id: Scalars['String']['output'];
  /** The type in the directory format, for example provider. */
  kind: Scalars['String']['output'];
  /** A rule that it breaks. */
  problem: UserError;
};

/** Everything that can be asked. All of a response is read from one version of the directory. */
export type Query = {
  __typename: 'Query';
  /** For gateways: the documents that are named, in the order asked; null where there is none that has all the keys that are given, or none that the sender of the request may see. Each costs as much as one of nodes. */
  _entities: Array<Maybe<_Entity>>;
  /** For gateways: what the schema is composed from. Not answered where introspection is turned off. */
  _service: _Service;
  /** All tokens that were made here, the newest first, those that no longer hold too. */
  apiTokens?: Maybe<TokenConnection>;
  /** Null where there is no such article. As it is now or, for editors only, as it was at a time. */
  article?: Maybe<Article>;
  /** Newest first. Default 20, maximum 100. */
  articles: ArticleConnection;
  /** Articles in a state, published or not, newest first. Default 20, maximum 100. */
  articlesInState: ArticleConnection;
  /** Null where there is no such condition. */
  condition?: Maybe<Condition>;
  /** By name. Default 20, maximum 100. */
  conditions: ConditionConnection;
  /** What a document says, as JSON: the fields are those of the directory format, and of the inputs; also of one that is not public. As it is now or as it was at a revision. Null where there is no such document, and an error where nothing is known of the revision. */
  content?: Maybe<Scalars['String']['output']>;
  /** Null where there is no such credential. */
  credential?: Maybe<Credential>;
  /** By name. Default 20, maximum 100. */
  credentials: CredentialConnection;
  /** Whom to call now, for what a person typed anywhere: a search, a message. Empty where the text, in English or Spanish, does not speak of suicide, self-harm, overdose, domestic violence, sexual assault or child abuse. At most 2000 bytes. */
  crisisResources: Array<CrisisResource>;
  /** The version of the directory that this whole response was read from. */
  directory: Directory;
  /** What has changed for the public since a cursor that an earlier answer, or a webhook, gave: follow it to keep a copy of the directory. Without a cursor, it gives the whole directory, and what changes meanwhile. Nothing is left out; something may be told more than once. Where the cursor is too old to go on from (after a week at the earliest), or of another database, the error has the code START_OVER: begin again without one, and leave what is not told of then. */
  directoryChanges?: Maybe<DirectoryChanges>;
  /** Pairs of listed providers that look like one, those that are most alike first. People decide what they are; first is at most 1000. In a large directory, they may be those of some minutes ago. */
  duplicates: Duplicates;
  /**
   * The changes of a document, or for administrators of a token, the last one first; those before a revision, to go on. Of an import into the database there is a record of what it changed, none of what it created.
   * @deprecated Use revisions, which says whether there are more. Deprecated since 2026-11-30.
   */
  history: Array<Change>;
  /** A file that was sent to POST /imports, and what came of it; null where none is known, as after a week. */
  import?: Maybe<Import>;
  /** The files that were sent to POST /imports, the newest first, without their notes, rejects and changes; at most 100. */
  imports: Array<Import>;
  /** Null where there is no such insurer. */
  insurer?: Maybe<Insurer>;
  /** By name. Default 20, maximum 100. */
  insurers: InsurerConnection;
  /** Null where there is no such document. */
  node?: Maybe<Node>;
  /** In the order asked; null where there is no such node. At most 100 ids. */
  nodes: Array<Maybe<Node>>;
  /** Null where there is no such provider and, but for editors, where it is retired. As it is now or, for editors only, as it was at a time: what it refers to is as it is now. */
  provider?: Maybe<Provider>;
  /** Default 20, maximum 100. With relax, where nobody meets everything, the results of the first of the relaxations. */
  providers: ProviderConnection;
  /** Providers as the public finds them, but in a state, and also retired ones. Default 20, maximum 100. */
  providersInState: ProviderConnection;
  /** What is in the database and not shown to anybody, since another tool has written it and it breaks a rule; by kind and id. first is at most 100. */
  quarantine: Quarantine;
  /** What readers reported on the pages and nobody has looked at yet, the oldest first; at most 100. */
  reports: Array<ErrorReport>;
  /** The changes of a document or, for administrators, of a token, the last one first. Of an import into the database there is a record of what it changed, none of what it created. Empty where nothing is known of the id. */
  revisions?: Maybe<ChangeConnection>;
  /** Completions of what a person has typed so far, best first: providers, conditions, treatments, credentials, insurers, languages, places, articles; where kinds are given, only those. Where PLACE is the only one, cities of the United States where nobody is are among them. */
  suggest: Array<Suggestion>;
  /**
   * All tokens that were made here, the newest first, those that no longer hold too.
   * @deprecated Use apiTokens, which gives a page at a time. Deprecated since 2026-11-30.
   */
  tokens: Array<Token>;
  /** Null where there is no such treatment. */
  treatment?: Maybe<Treatment>;
  /** By name. Default 20, maximum 100. */
  treatments: TreatmentConnection;
  /** The articles that are not published. */
  unpublishedArticles: ArticleConnection;
  /** Who the token says that you are. */
  viewer: Principal;
  /** The webhooks, the oldest first: the addresses that are told that the directory has changed. */
  webhooks?: Maybe<Array<Webhook>>;
  /** The working copies that are open, the one saved last first: all, or those with or without a time at which they are to be published, those that could not be published then or the others, and those that one person saved last. first is at most 100. */
  workingCopies: WorkingCopyConnection;
  /** The working copy of a document, which need not exist yet; null where none is open. */
  workingCopy?: Maybe<WorkingCopy>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type Query_EntitiesArgs = {
  representations: Array<Scalars['_Any']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryApiTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryArticleArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  by: SlugOrId;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryArticlesInStateArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  state: ArticleState;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryConditionArgs = {
  by: SlugOrId;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryConditionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryContentArgs = {
  id: Scalars['ID']['input'];
  revision?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryCredentialArgs = {
  by: SlugOrId;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryCredentialsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryCrisisResourcesArgs = {
  text: Scalars['String']['input'];
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryDirectoryChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryDuplicatesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryHistoryArgs = {
  before?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryImportArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryImportsArgs = {
  first?: Scalars['Int']['input'];
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryInsurerArgs = {
  by: SlugOrId;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryInsurersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryProviderArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  by: ProviderBy;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryProvidersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProviderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ProviderOrder>;
  relax?: Scalars['Boolean']['input'];
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryProvidersInStateArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProviderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ProviderOrder>;
  state: ProviderState;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryQuarantineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryReportsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryRevisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QuerySuggestArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<Array<SuggestionKind>>;
  text: Scalars['String']['input'];
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryTreatmentArgs = {
  by: SlugOrId;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryTreatmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryUnpublishedArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryWorkingCopiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  failed?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<WorkingCopyKind>;
  savedBy?: InputMaybe<Scalars['ID']['input']>;
  scheduled?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Everything that can be asked. All of a response is read from one version of the directory. */
export type QueryWorkingCopyArgs = {
  id: Scalars['ID']['input'];
};

/** A record of a registry, such as an entry of the NPI registry (NPPES). */
export type RecordInput = {
  /** The date of the registry's file. */
  fileDate: Scalars['Date']['input'];
  /** Brings the record in although it was read from a newer file before. */
  force?: InputMaybe<Scalars['Boolean']['input']>;
  /** The record's own id there; in the NPI registry, the NPI. */
  key: Scalars['String']['input'];
  /** Whether the locations are no more than the main one, so that further ones that are known stay. */
  mainLocationOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why the directory is not to list the provider, where the record is not out of use. A provider that an import had made is then deleted; one that an editor had made is held against the record as it is now. What else is given does not matter. */
  notListed?: InputMaybe<NotListedReason>;
  /** Of a record of the NPI registry: what it says, to be held against the entry. */
  npiRecord?: InputMaybe<NpiRecordInput>;
  /** The registry: nppes, samhsa or one of your own. */
  source: Scalars['String']['input'];
  /** With notListed: the codes of what the provider is now. */
  taxonomies?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When the registry took the record out of use. A provider that an import had made is then deleted; one that an editor had made tells of it. What else is given does not matter. */
  withdrawnOn?: InputMaybe<Scalars['Date']['input']>;
};

/** A search that asks for less, and that somebody meets. */
export type Relaxation = {
  __typename: 'Relaxation';
  /** The member of ProviderFilter that differs. */
  field: Scalars['String']['output'];
  /** How people read the difference, for example: Without: Evening hours. */
  label: Scalars['String']['output'];
  /** What remains of filter.text. */
  text?: Maybe<Scalars['String']['output']>;
  /** How many providers meet it. */
  totalCount: Scalars['Int']['output'];
  /** What that member has instead; for near, the miles. Empty where it is left out, or where some words of the text are. */
  values: Array<Scalars['String']['output']>;
};

/** The result of resolving a report. */
export type ReportPayload = {
  __typename: 'ReportPayload';
  /** The report as it is now; null where there is none. */
  report?: Maybe<ErrorReport>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
};

/** The document as it is now, also where it is not public. */
export type RestorePayload = {
  __typename: 'RestorePayload';
  /** Null where nothing was done. */
  action?: Maybe<ChangeAction>;
  /** The document as it is now; null where there is none. */
  document?: Maybe<Node>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
};

/** The token as it is now. */
export type RevokeTokenPayload = {
  __typename: 'RevokeTokenPayload';
  /** The token; null where there is none. */
  token?: Maybe<Token>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
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
  id: Scalars['ID']['input'];
  /** The save that you have seen. */
  save: Scalars['Int']['input'];
};

/** A part of an article under a heading of its own. */
export type Section = {
  __typename: 'Section';
  /** For links into the page; unique within its article. */
  anchor: Scalars['String']['output'];
  /** The text of the section. */
  body: Scalars['String']['output'];
  /** The heading. */
  heading: Scalars['String']['output'];
  /** Stays the same for as long as the article has the section, whatever of it is changed. */
  id: Scalars['ID']['output'];
  /** The sections within it. */
  sections: Array<Section>;
};


/** A part of an article under a heading of its own. */
export type SectionBodyArgs = {
  format?: InputMaybe<TextFormat>;
};

/** A section that is added: to the parent, or to the article where there is none; at a position from 0, or after the last one. */
export type SectionAdditionInput = {
  /** The text, as Markdown. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** The heading. */
  heading: Scalars['String']['input'];
  /** The id of the section that it goes into; null for the article itself. */
  parent?: InputMaybe<Scalars['ID']['input']>;
  /** Its place among those there, from 0; null for the last one. */
  position?: InputMaybe<Scalars['Int']['input']>;
  /** The sections within it. */
  sections?: InputMaybe<Array<SectionInput>>;
};

/** Changes of single sections, by their ids, however deep they are: first those of update, then those of remove, then those of add. */
export type SectionChangesInput = {
  /** New sections. */
  add?: InputMaybe<Array<SectionAdditionInput>>;
  /** The ids of sections that go, with those within them. */
  remove?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Changes of sections that are there. */
  update?: InputMaybe<Array<SectionUpdateInput>>;
};

/** A section; the body is Markdown. */
export type SectionInput = {
  /** The text, as Markdown. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** The heading. */
  heading: Scalars['String']['input'];
  /** The sections within it. */
  sections?: InputMaybe<Array<SectionInput>>;
};

/** What is given changes; null clears. */
export type SectionUpdateInput = {
  /** The text, as Markdown. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** The heading. */
  heading?: InputMaybe<Scalars['String']['input']>;
  /** The id of the member that changes. */
  id: Scalars['ID']['input'];
};

/** How a client and a provider meet. */
export type SessionFormat =
  /** At a location of the provider. */
  | 'IN_PERSON'
  /** By telephone. */
  | 'PHONE'
  /** By a video call. */
  | 'VIDEO';

/** A way to meet, and how many providers meet in that way. */
export type SessionFormatCount = {
  __typename: 'SessionFormatCount';
  /** How many providers meet in that way. */
  count: Scalars['Int']['output'];
  /** How people read the value. */
  label: Scalars['String']['output'];
  /** What the filter takes. */
  value: SessionFormat;
};

/** Records that were skipped. */
export type SkippedRecords = {
  __typename: 'SkippedRecords';
  /** Those that the directory lists. */
  listed: Array<Scalars['String']['output']>;
};

/** A slug is for addresses that people see, and may change. An id never does. */
export type SlugOrId =
  /** The id. */
  { id: Scalars['ID']['input']; slug?: never; }
  |  /** The slug, also a former one. */
  { id?: never; slug: Scalars['String']['input']; };

/** A publication that an article rests on. */
export type Source = {
  __typename: 'Source';
  /** Who published it; null where that is not known. */
  publisher?: Maybe<Scalars['String']['output']>;
  /** The title of the publication. */
  title: Scalars['String']['output'];
  /** Where it can be read. */
  url: Scalars['String']['output'];
};

/** A publication that an article rests on. */
export type SourceInput = {
  /** Who published it; null where that is not known. */
  publisher?: InputMaybe<Scalars['String']['input']>;
  /** The title of the publication. */
  title: Scalars['String']['input'];
  /** Where it can be read. */
  url: Scalars['String']['input'];
};

/** What a server tells as it happens, over a WebSocket or as server-sent events. Each change is told in the order in which it was made, and none is left out: who takes them too slowly is ended with the code TOO_SLOW instead. */
export type Subscription = {
  __typename: 'Subscription';
  /** The directory as it is now, and then after each change of it. */
  directoryChanged: Directory;
  /** How far an import is, and then each time that it has come further, some four times a second; the last answer is its end. It has none where no such import is known. */
  importProgress: Import;
  /** Each change of one of these providers from now on. At most 100 ids. */
  providerChanged: ProviderChange;
};


/** What a server tells as it happens, over a WebSocket or as server-sent events. Each change is told in the order in which it was made, and none is left out: who takes them too slowly is ended with the code TOO_SLOW instead. */
export type SubscriptionImportProgressArgs = {
  id: Scalars['ID']['input'];
};


/** What a server tells as it happens, over a WebSocket or as server-sent events. Each change is told in the order in which it was made, and none is left out: who takes them too slowly is ended with the code TOO_SLOW instead. */
export type SubscriptionProviderChangedArgs = {
  ids: Array<Scalars['ID']['input']>;
};

/** A completion of what was typed. Its node is null for a place, a language, and for what else people pay with than an insurer, such as Out of pocket. */
export type Suggestion = {
  __typename: 'Suggestion';
  /** What that is. */
  kind: SuggestionKind;
  /** Its document; null for what has none. */
  node?: Maybe<Node>;
  /** What to complete the text to. */
  text: Scalars['String']['output'];
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

/** How a text is written. HTML is safe to put into a page as it is; TEXT has no markup. */
export type TextFormat =
  /** Safe to put into a page as it is. */
  | 'HTML'
  /** As it was written. */
  | 'MARKDOWN'
  /** Without any markup. */
  | 'TEXT';

/** What is known of a token. The token itself is told once, when it is made. */
export type Token = {
  __typename: 'Token';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Null where it does not expire. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Also the id of whoever uses it, in the history of documents. */
  id: Scalars['ID']['output'];
  /** The last day on which it was used, in UTC. */
  lastUsedOn?: Maybe<Scalars['Date']['output']>;
  /** Who or what it is for. */
  name: Scalars['String']['output'];
  /** When it was ended; null where nobody has ended it. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it lets its holder do. */
  role: Role;
};

/** A page of tokens. */
export type TokenConnection = {
  __typename: 'TokenConnection';
  /** The tokens of the page, each with its cursor. */
  edges: Array<TokenEdge>;
  /** The tokens of the page. */
  nodes: Array<Token>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A token in a list. */
export type TokenEdge = {
  __typename: 'TokenEdge';
  /** Marks this place in the list: for after. */
  cursor: Scalars['String']['output'];
  /** The token. */
  node: Token;
};

/** A care page is about a condition, a treatment, a kind of provider, or an insurer. */
export type Topic = Condition | Credential | Insurer | Treatment;

/** What the article is about, by slug or id. */
export type TopicInput =
  /** A condition, by slug or id. */
  { condition: Scalars['String']['input']; credential?: never; insurer?: never; treatment?: never; }
  |  /** A credential, by slug or id. */
  { condition?: never; credential: Scalars['String']['input']; insurer?: never; treatment?: never; }
  |  /** An insurer, by slug or id. */
  { condition?: never; credential?: never; insurer: Scalars['String']['input']; treatment?: never; }
  |  /** A treatment, by slug or id. */
  { condition?: never; credential?: never; insurer?: never; treatment: Scalars['String']['input']; };

/** A form of care, for example Cognitive Behavioral Therapy (CBT). */
export type Treatment = Node & {
  __typename: 'Treatment';
  /** The usual abbreviation, for example CBT; null where there is none. */
  abbreviation?: Maybe<Scalars['String']['output']>;
  /** Other names under which people look for it. */
  alsoKnownAs: Array<Scalars['String']['output']>;
  /** Those that are about it, newest first. */
  articles: ArticleConnection;
  /** What it is used for. */
  conditions: Array<Condition>;
  /** What it is, in a sentence or two; null where nobody has written it. */
  description?: Maybe<Scalars['String']['output']>;
  /** The id. It never changes, and is opaque. */
  id: Scalars['ID']['output'];
  /** The name, with the abbreviation in brackets where there is one. */
  label: Scalars['String']['output'];
  /** The name of the treatment. */
  name: Scalars['String']['output'];
  /** Those who offer it. */
  providers: ProviderConnection;
  /** Counts the changes, from 1. */
  revision: Scalars['Int']['output'];
  /** For addresses that people see. It may change, and the document is still found by the former one. */
  slug: Scalars['String']['output'];
};


/** A form of care, for example Cognitive Behavioral Therapy (CBT). */
export type TreatmentArticlesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A form of care, for example Cognitive Behavioral Therapy (CBT). */
export type TreatmentProvidersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ProviderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ProviderOrder>;
};

/** A page of treatments. */
export type TreatmentConnection = {
  __typename: 'TreatmentConnection';
  /** The treatments of the page, each with its cursor. */
  edges: Array<TreatmentEdge>;
  /** The treatments of the page. */
  nodes: Array<Treatment>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A treatment, and how many providers offer it. */
export type TreatmentCount = {
  __typename: 'TreatmentCount';
  /** How many providers offer it. */
  count: Scalars['Int']['output'];
  /** The treatment. */
  treatment: Treatment;
};

/** A treatment in a list. */
export type TreatmentEdge = {
  __typename: 'TreatmentEdge';
  /** Marks this place in the list: for after and before. */
  cursor: Scalars['String']['output'];
  /** The treatment. */
  node: Treatment;
};

/** The fields are those of the directory format. References are slugs or ids. */
export type TreatmentInput = {
  /** The usual abbreviation, for example CBT; null where there is none. */
  abbreviation?: InputMaybe<Scalars['String']['input']>;
  /** Other names under which people look for it. */
  alsoKnownAs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** By slug or id. What it is used for. */
  conditions?: InputMaybe<Array<Scalars['String']['input']>>;
  /** What it is, in a sentence or two; null where nobody has written it. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The id of the document. For a new one, leave it out: it gets one. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The name of the treatment. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The slug. By default it follows from the name or the title. */
  slug?: InputMaybe<Scalars['String']['input']>;
};

/** The treatment as it is now. */
export type TreatmentPayload = {
  __typename: 'TreatmentPayload';
  /** Null where nothing was done. */
  action?: Maybe<ChangeAction>;
  /** The treatment; null where there is none. */
  treatment?: Maybe<Treatment>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
};

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

/** Words of a text by which nobody was looked for. */
export type UnusedWords = {
  __typename: 'UnusedWords';
  /** Why they were not used. */
  reason: UnusedReason;
  /** The text without these words. */
  textWithout: Scalars['String']['output'];
  /** The words, as they were typed. */
  word: Scalars['String']['output'];
};

/** What whoever asked can mend. */
export type UserError = {
  __typename: 'UserError';
  /** What kind of fault it is, for programs. */
  code: UserErrorCode;
  /** The way to the field within the input, for example locations, 0, postalCode; of single members, for example members, locations, update, 0, postalCode. */
  field: Array<Scalars['String']['output']>;
  /** What is wrong, and what would be right, for people. */
  message: Scalars['String']['output'];
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

/** A value, and how many providers have it. */
export type ValueCount = {
  __typename: 'ValueCount';
  /** How many providers have it. */
  count: Scalars['Int']['output'];
  /** How people read the value, for example: By video. */
  label: Scalars['String']['output'];
  /** What the filter takes. */
  value: Scalars['String']['output'];
};

/** An address that is told that the directory has changed. */
export type Webhook = {
  __typename: 'Webhook';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The id of who made it. */
  createdBy: Scalars['ID']['output'];
  /** The cursor of directoryChanges that was told last; before the first delivery, the one of when the webhook was made. */
  cursor: Scalars['String']['output'];
  /** Since when each attempt has failed; null where the last one succeeded. */
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  /** How many attempts have failed since a delivery last succeeded. */
  failures: Scalars['Int']['output'];
  /** Its id. */
  id: Scalars['ID']['output'];
  /** When a delivery was last tried; null before the first one. */
  lastAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** When a delivery last succeeded; null before the first one. */
  lastDeliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the last attempt failed, as people read it; null where it succeeded. */
  lastFailure?: Maybe<Scalars['String']['output']>;
  /** What it is for. */
  name: Scalars['String']['output'];
  /** When it is tried again: after a second at first, and after at most an hour; null where it does not fail. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it sends. */
  url: Scalars['String']['output'];
};

/** The webhook as it is now. */
export type WebhookPayload = {
  __typename: 'WebhookPayload';
  /** Why nothing was done; empty otherwise. */
  userErrors: Array<UserError>;
  /** Null where there is none. */
  webhook?: Maybe<Webhook>;
};

/** A filter that shut everybody out, and how many match without it. */
export type Widening = {
  __typename: 'Widening';
  /** How many providers match then. */
  totalCount: Scalars['Int']['output'];
  /** The member of ProviderFilter to leave out. */
  withoutFilter: Scalars['String']['output'];
};

/** A part of the globe. */
export type Within =
  /** What is between two parallels and two meridians. */
  { box: Box; };

/** What a document is to become, as it was saved. It is in no public answer, and changes no version. */
export type WorkingCopy = {
  __typename: 'WorkingCopy';
  /** The article as publication would make it now; null for a provider. What is incomplete may make errors of fields. */
  article?: Maybe<Article>;
  /** The revision of the document that it is based on, 0 where there was none. */
  baseRevision: Scalars['Int']['output'];
  /** The fields that were changed here, and differently in the document since baseRevision. */
  conflicts: Array<FieldConflict>;
  /** What was saved, as JSON: the fields are those of the directory format, and of the inputs. */
  content: Scalars['String']['output'];
  /** The fields that publication would change now. */
  differences: Array<Difference>;
  /** The id of the document, which need not exist yet. */
  id: Scalars['ID']['output'];
  /** What the document is. */
  kind: WorkingCopyKind;
  /** An address that shows the page as publication would make it now, and as it is saved from now on, to whoever has it. It is good for an hour. */
  previewUrl: Scalars['String']['output'];
  /** What publication would be refused for now. */
  problems: Array<UserError>;
  /** The provider as publication would make it now; null for an article. What is incomplete may make errors of fields. */
  provider?: Maybe<Provider>;
  /** Counts the saves; it is to be given as expectedSave. */
  save: Scalars['Int']['output'];
  /** When it was last saved. */
  savedAt: Scalars['DateTime']['output'];
  /** The id of who saved it last. */
  savedBy: Scalars['ID']['output'];
  /** What whoever saved it last is called; null where that is not known. */
  savedByName?: Maybe<Scalars['String']['output']>;
  /** Why it was not published then. */
  scheduleFailure?: Maybe<Scalars['String']['output']>;
  /** When it is to be published, or was to be; null where nobody has said. */
  scheduledFor?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of working copies. */
export type WorkingCopyConnection = {
  __typename: 'WorkingCopyConnection';
  /** The working copies of the page, each with its cursor. */
  edges: Array<WorkingCopyEdge>;
  /** The working copies of the page. */
  nodes: Array<WorkingCopy>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A working copy in a list. */
export type WorkingCopyEdge = {
  __typename: 'WorkingCopyEdge';
  /** Marks this place in the list: for after. */
  cursor: Scalars['String']['output'];
  /** The working copy. */
  node: WorkingCopy;
};

/** What has working copies. */
export type WorkingCopyKind =
  /** An article. */
  | 'ARTICLE'
  /** A provider. */
  | 'PROVIDER';

/** The working copy as it is stored, null where none is open, and the document as it is now, also where it is not public. */
export type WorkingCopyPayload = {
  __typename: 'WorkingCopyPayload';
  /** The document as it is now; null where there is none. */
  document?: Maybe<Node>;
  /** What kept it from being done, and can be mended; empty where it was done. */
  userErrors: Array<UserError>;
  /** The working copy as it is stored; null where none is open. */
  workingCopy?: Maybe<WorkingCopy>;
};

/** What other subgraphs can refer to, and add fields to. */
export type _Entity = Article | Condition | Credential | Insurer | Provider | Treatment;

/** This server as a subgraph. */
export type _Service = {
  __typename: '_Service';
  /** The schema in the schema definition language, with the directives of Apollo Federation 2 and without the fields for gateways. */
  sdl: Scalars['String']['output'];
};
