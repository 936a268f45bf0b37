import type { ComponentChildren } from "preact";
import { request } from "../api/client";
import type { Operation } from "../api/operation";
import {
  ArticleList, type ArticleListQuery, type ArticleState, ConditionList, CredentialList, InsurerList, ProviderList, type ProviderOrder,
  type ProviderPageFragment, type ProviderState, ProvidersInState, TreatmentList,
} from "../generated/operations";
import { Day, lower, Moment, number, phone } from "../shell/words";
import { type Action, articleActions, providerActions } from "./actions";
import { articleFilter, providerFilter } from "./filters";

/** A working copy, as lists show it. */
export interface Copy {
  save: number;
  savedAt: string;
  savedByName: string | null;
  scheduledFor: string | null;
  scheduleFailure: string | null;
}

/** A document in a list. */
export interface Row {
  id: string;
  title: string;
  revision: number;
  /** The status of a provider or an article. */
  status?: string;
  copy?: Copy | null;
  /** What the columns show beside the title, by their ids. */
  cells: Record<string, ComponentChildren>;
  /** What else a person should know. */
  badges: { text: string; alarm?: boolean }[];
}

/** A page of a list. */
export interface Rows {
  rows: Row[];
  total: number;
  before: string | null;
  after: string | null;
}

/** Where in a list a page begins. */
export interface Cursor {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}

/** What a list is asked for. */
export interface Asked {
  search: URLSearchParams;
  cursor: Cursor;
  signal: AbortSignal;
}

export interface Column {
  id: string;
  label: string;
  /** Whether it is shown where nobody has chosen. */
  usual: boolean;
}

/** A kind of documents, and how its list is shown. */
export interface Kind {
  title: string;
  one: string;
  /** The states to choose from; the first is where none is chosen. */
  states: { value: string; label: string }[];
  orders: { value: string; label: string }[];
  columns: Column[];
  /** Whether the list can be searched for text. */
  searched: boolean;
  actions: Action[];
  load(asked: Asked): Promise<Rows>;
}

interface Connection<Node> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  nodes: Node[];
}

function rowsOf<Node>({ nodes, totalCount, pageInfo }: Connection<Node>, row: (node: Node) => Row): Rows {
  return {
    rows: nodes.map(row),
    total: totalCount,
    before: pageInfo.hasPreviousPage ? pageInfo.startCursor : null,
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

function copyBadges(copy: Copy | null): Row["badges"] {
  if (!copy) return [];
  if (copy.scheduleFailure) return [{ text: "schedule failed", alarm: true }];
  return [{ text: copy.scheduledFor ? "scheduled" : "working copy" }];
}

const copyCell = (copy: Copy | null) =>
  copy && (
    <>
      <Moment at={copy.savedAt} /> {copy.savedByName && `by ${copy.savedByName}`}
      {copy.scheduledFor && (
        <>
          , to be published <Moment at={copy.scheduledFor} />
        </>
      )}
    </>
  );

type ProviderNode = ProviderPageFragment["nodes"][number];

function providerRow(node: ProviderNode): Row {
  const badges = copyBadges(node.workingCopy);
  if (node.unconfirmed) badges.unshift({ text: "unconfirmed" });
  if (node.status === "RETIRED") badges.unshift({ text: "retired", alarm: true });
  const main = node.phones.find(({ purpose }) => purpose !== "FAX");
  return {
    id: node.id,
    title: node.name,
    revision: node.revision,
    status: node.status,
    copy: node.workingCopy,
    badges,
    cells: {
      kind: lower(node.kind),
      credentials: node.credentials.map(({ abbreviation, label }) => abbreviation ?? label).join(", "),
      place: node.locations.map(({ city, stateCode }) => `${city}, ${stateCode}`).join("; "),
      phone: main && phone(main.number, main.extension),
      npi: node.npi,
      languages: node.languages.join(", "),
      accepting: node.acceptingNewClients === null ? "not said" : node.acceptingNewClients ? "yes" : "no",
      confirmed: <Day on={node.confirmedOn} />,
      updated: <Moment at={node.updatedAt} />,
      copy: copyCell(node.workingCopy),
      slug: node.slug,
    },
  };
}

async function loadProviders({ search, cursor, signal }: Asked): Promise<Rows> {
  const asked = { filter: providerFilter(search), orderBy: (search.get("sort") as ProviderOrder | null) ?? null, ...cursor };
  const state = search.get("list") as ProviderState | null;
  const { providers } = state
    ? await request(ProvidersInState, { state, ...asked }, { signal })
    : await request(ProviderList, asked, { signal });
  return rowsOf(providers, providerRow);
}

type ArticleNode = ArticleListQuery["articles"]["nodes"][number];

function articleRow(node: ArticleNode): Row {
  const review = node.medicalReview;
  const badges = copyBadges(node.workingCopy);
  if (review?.overdue) badges.unshift({ text: "review overdue", alarm: true });
  if (review?.stale) badges.unshift({ text: "review stale", alarm: true });
  if (node.status !== "PUBLISHED") badges.unshift({ text: lower(node.status) });
  return {
    id: node.id,
    title: node.title,
    revision: node.revision,
    status: node.status,
    copy: node.workingCopy,
    badges,
    cells: {
      author: node.author,
      reviewer: review?.reviewer,
      reviewed: <Day on={review?.reviewedOn} />,
      due: <Day on={review?.reviewDueOn} />,
      published: <Day on={node.publishedOn} />,
      updated: <Day on={node.updatedOn} />,
      changed: <Moment at={node.updatedAt} />,
      copy: copyCell(node.workingCopy),
      slug: node.slug,
    },
  };
}

async function loadArticles({ search, cursor, signal }: Asked): Promise<Rows> {
  const state = (search.get("list") as ArticleState | null) ?? "ANY";
  const { articles } = await request(ArticleList, { state, filter: articleFilter(search), ...cursor }, { signal });
  return rowsOf(articles, articleRow);
}

interface Word {
  id: string;
  slug: string;
  revision: number;
  label: string;
  alsoKnownAs?: string[];
  providers: { totalCount: number };
}

const wordRow = ({ id, slug, revision, label, alsoKnownAs, providers }: Word): Row => ({
  id,
  title: label,
  revision,
  badges: [],
  cells: { other: alsoKnownAs?.join(", "), providers: number(providers.totalCount), slug },
});

/** A kind of words: few, in the order of their names, without states. */
function vocabulary(title: string, one: string, operation: Operation<{ words: Connection<Word> }, Cursor>): Kind {
  return {
    title,
    one,
    states: [],
    orders: [],
    searched: false,
    actions: [],
    columns: [
      ...(one === "credential" ? [] : [{ id: "other", label: "Also known as", usual: true }]),
      { id: "providers", label: "Providers", usual: true },
      { id: "slug", label: "Slug", usual: false },
    ],
    load: async ({ cursor, signal }) => rowsOf((await request(operation, cursor, { signal })).words, wordRow),
  };
}

const providers: Kind = {
  title: "Providers",
  one: "provider",
  searched: true,
  actions: providerActions,
  load: loadProviders,
  states: [
    { value: "", label: "Listed" },
    { value: "UNCONFIRMED", label: "Unconfirmed" },
    { value: "REPORTED", label: "Reported" },
    { value: "DUPLICATE", label: "Duplicates" },
    { value: "WORKING_COPY", label: "With a working copy" },
    { value: "SCHEDULED", label: "Scheduled" },
    { value: "SCHEDULE_FAILED", label: "Schedule failed" },
    { value: "RETIRED", label: "Retired" },
  ],
  orders: [
    { value: "", label: "Best match, else name" },
    { value: "NAME", label: "Name" },
    { value: "RECENTLY_UPDATED", label: "Changed last" },
    { value: "LEAST_RECENTLY_CONFIRMED", label: "Longest unconfirmed" },
    { value: "EXPERIENCE", label: "Experience" },
  ],
  columns: [
    { id: "credentials", label: "Credentials", usual: true },
    { id: "place", label: "Places", usual: true },
    { id: "phone", label: "Phone", usual: true },
    { id: "confirmed", label: "Confirmed", usual: true },
    { id: "updated", label: "Changed", usual: false },
    { id: "copy", label: "Working copy", usual: false },
    { id: "kind", label: "Kind", usual: false },
    { id: "npi", label: "NPI", usual: false },
    { id: "languages", label: "Languages", usual: false },
    { id: "accepting", label: "Accepts new clients", usual: false },
    { id: "slug", label: "Slug", usual: false },
  ],
};

const articles: Kind = {
  title: "Articles",
  one: "article",
  searched: true,
  actions: articleActions,
  load: loadArticles,
  orders: [],
  states: [
    { value: "", label: "All" },
    { value: "PUBLISHED", label: "Published" },
    { value: "DRAFT", label: "Drafts" },
    { value: "IN_REVIEW", label: "In review" },
    { value: "UNREVIEWED", label: "Never reviewed" },
    { value: "REVIEW_STALE", label: "Stale review" },
    { value: "REVIEW_DUE", label: "Review due" },
    { value: "REVIEW_OVERDUE", label: "Review overdue" },
    { value: "WORKING_COPY", label: "With a working copy" },
    { value: "SCHEDULED", label: "Scheduled" },
    { value: "SCHEDULE_FAILED", label: "Schedule failed" },
  ],
  columns: [
    { id: "author", label: "Author", usual: true },
    { id: "reviewer", label: "Reviewer", usual: true },
    { id: "due", label: "Review due", usual: true },
    { id: "updated", label: "Updated", usual: true },
    { id: "reviewed", label: "Reviewed", usual: false },
    { id: "published", label: "Published", usual: false },
    { id: "changed", label: "Changed", usual: false },
    { id: "copy", label: "Working copy", usual: false },
    { id: "slug", label: "Slug", usual: false },
  ],
};

/** All kinds, by the part of the address. */
export const kinds: Record<string, Kind> = {
  providers,
  articles,
  conditions: vocabulary("Conditions", "condition", ConditionList),
  treatments: vocabulary("Treatments", "treatment", TreatmentList),
  credentials: vocabulary("Credentials", "credential", CredentialList),
  insurers: vocabulary("Insurers", "insurer", InsurerList),
};
