// A list of providers that grows at both ends, in Relay's way.

import { graphql } from "relay-runtime";

graphql`
  query ProviderListQuery($filter: ProviderFilter) {
    ...ProviderList_query @arguments(filter: $filter)
    directory {
      version
    }
  }
`;

graphql`
  fragment ProviderList_query on Query
  @refetchable(queryName: "ProviderListPaginationQuery")
  @argumentDefinitions(
    filter: { type: "ProviderFilter" }
    first: { type: "Int", defaultValue: 2 }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
  ) {
    providers(filter: $filter, orderBy: NAME, first: $first, after: $after, last: $last, before: $before)
      @connection(key: "ProviderList_providers") {
      totalCount
      edges {
        matches
        node {
          id
          ...ProviderCard_provider
        }
      }
    }
  }
`;
