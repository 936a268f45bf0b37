import { request } from "../api/client";
import { sentence } from "../api/errors";
import { newKey } from "../api/key";
import type { Operation } from "../api/operation";
import {
  ConfirmProvider, DiscardWorkingCopies, PublishArticle, PublishWorkingCopies, ReinstateProvider, RetireProvider, type Role, SubmitArticle,
  UnpublishArticle, UnscheduleWorkingCopy,
} from "../generated/operations";

/** What an action is done with. */
export interface Subject {
  id: string;
  title: string;
  revision: number;
  status?: string;
  copy?: { save: number; scheduledFor: string | null } | null;
}

/** What became of one of them: the problems, none where it is done. */
export interface Outcome {
  subject: Subject;
  problems: string[];
}

/** What can be done with many documents at once, each by itself. */
export interface Action {
  label: string;
  role: Role;
  /** What is asked before, where it cannot be taken back easily. */
  warning?: string;
  applies(subject: Subject): boolean;
  /** Does it, and tells of each outcome as soon as it is known. */
  run(subjects: Subject[], tell: (outcome: Outcome) => void): Promise<void>;
}

interface Result {
  userErrors: { message: string }[];
}

type Single = Operation<{ result: Result }, { id: string; expectedRevision?: number | null; idempotencyKey?: string | null }>;

/** One after the other, so that a person who closes the page knows how far it came. */
const each =
  (send: (subject: Subject) => Promise<Result>) =>
  async (subjects: Subject[], tell: (outcome: Outcome) => void): Promise<void> => {
    for (const subject of subjects) {
      const problems = await send(subject).then(
        ({ userErrors }) => userErrors.map(({ message }) => message),
        (error: unknown) => [sentence(error)],
      );
      tell({ subject, problems });
    }
  };

const change = (operation: Single) =>
  each(async ({ id, revision }) => (await request(operation, { id, expectedRevision: revision, idempotencyKey: newKey() })).result);

const most = 100;

type Bulk = Operation<{ results: Result[] }, { copies: { id: string; save: number }[] }>;

/** A hundred at a time. */
const changeCopies = (operation: Bulk) => async (subjects: Subject[], tell: (outcome: Outcome) => void) => {
  for (let from = 0; from < subjects.length; from += most) {
    const some = subjects.slice(from, from + most);
    const copies = some.map(({ id, copy }) => ({ id, save: copy!.save }));
    try {
      const { results } = await request(operation, { copies });
      results.forEach(({ userErrors }, at) => tell({ subject: some[at]!, problems: userErrors.map(({ message }) => message) }));
    } catch (error) {
      for (const subject of some) tell({ subject, problems: [sentence(error)] });
    }
  }
};

/** What is done with working copies. */
export const copyActions: Action[] = [
  {
    label: "Publish working copies",
    role: "EDITOR",
    warning: "What was saved becomes public at once.",
    applies: ({ copy }) => !!copy,
    run: changeCopies(PublishWorkingCopies),
  },
  {
    label: "Discard working copies",
    role: "EDITOR",
    warning: "What was saved in them is lost.",
    applies: ({ copy }) => !!copy,
    run: changeCopies(DiscardWorkingCopies),
  },
  {
    label: "Take off the schedule",
    role: "EDITOR",
    applies: ({ copy }) => !!copy?.scheduledFor,
    run: each(async ({ id, copy }) => (await request(UnscheduleWorkingCopy, { id, expectedSave: copy!.save })).result),
  },
];

export const providerActions: Action[] = [
  {
    label: "Confirm by telephone",
    role: "EDITOR",
    warning: "This says that you have called each of them today, and that everything in the entry is right.",
    applies: ({ status }) => status === "ACTIVE",
    run: each(
      async ({ id, revision }) =>
        (await request(ConfirmProvider, { id, by: "TELEPHONE", expectedRevision: revision, idempotencyKey: newKey() })).result,
    ),
  },
  {
    label: "Retire",
    role: "EDITOR",
    warning: "The public no longer sees them. Nothing is lost, and they can be reinstated.",
    applies: ({ status }) => status === "ACTIVE",
    run: change(RetireProvider),
  },
  { label: "Reinstate", role: "EDITOR", applies: ({ status }) => status === "RETIRED", run: change(ReinstateProvider) },
  ...copyActions,
];

export const articleActions: Action[] = [
  { label: "Hand to the reviewers", role: "EDITOR", applies: ({ status }) => status === "DRAFT", run: change(SubmitArticle) },
  {
    label: "Publish",
    role: "EDITOR",
    warning: "They become public at once.",
    applies: ({ status }) => status !== "PUBLISHED",
    run: change(PublishArticle),
  },
  {
    label: "Unpublish",
    role: "EDITOR",
    warning: "The public no longer sees them: they are drafts again.",
    applies: ({ status }) => status === "PUBLISHED",
    run: change(UnpublishArticle),
  },
  ...copyActions,
];
