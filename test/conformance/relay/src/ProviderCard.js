// One provider of a list. By itself it is asked for anew through node, and has a list of its own.

import { graphql } from "relay-runtime";

graphql`
  fragment ProviderCard_provider on Provider
  @refetchable(queryName: "ProviderCardRefetchQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 1 }, after: { type: "String" }) {
    name
    summary
    confirmedOn
    updatedAt
    articles(first: $first, after: $after) @connection(key: "ProviderCard_articles") {
      edges {
        node {
          title
          topic {
            __typename
            ... on Node {
              id
            }
            ... on Treatment {
              label
            }
          }
        }
      }
    }
  }
`;
