// Documents of any type by their ids, and one by one of its names.

import { graphql } from "relay-runtime";

graphql`
  query SavedQuery($ids: [ID!]!, $by: ProviderBy!) {
    nodes(ids: $ids) {
      __typename
      id
      ...ProviderCard_provider @alias(as: "card")
      ... on Article {
        title
      }
    }
    provider(by: $by) {
      id
      name
    }
  }
`;
