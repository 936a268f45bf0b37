// Caches key objects by their type. With __typename in the documents, they need no changes by a cache and keep their hashes.
import { Kind, visit } from "graphql";

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

const withTypename = {
  SelectionSet(node, _key, parent) {
    if (parent.kind === Kind.OPERATION_DEFINITION || parent.kind === Kind.INLINE_FRAGMENT) return undefined;
    return { ...node, selections: [typename, ...node.selections] };
  },
};

export const transform = ({ documents }) => documents.map((file) => ({ ...file, document: visit(file.document, withTypename) }));
