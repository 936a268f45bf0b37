// The schema with resolvers over the directory. Fields without arguments are read from the objects as they are.
import { buildSchema } from 'graphql'
import { Directory } from './directory.mjs'

export function schemaOver(definitions, data) {
  const directory = new Directory(data)
  const providers = (object, { filter, first }) => directory.search(object.base, filter, first ?? 20)
  const facet = (field) => (facets, { first }) => facets.count(field, first)
  const page = ({ totalCount, nodes }, first) => ({ totalCount, nodes: nodes.slice(0, first ?? 20) })
  const resolvers = {
    Query: {
      article: (_, { by }) => directory.articles.get(by.slug) ?? null,
      provider: (_, { by }) => directory.providers.get(by.slug) ?? null,
      providers: (_, { filter, first }) => directory.search(null, filter, first ?? 20),
    },
    Article: { providers: (article, given) => providers(article.topic, given) },
    Credential: { providers },
    Condition: { providers },
    Treatment: { providers, articles: (treatment, { first }) => page(treatment.articles, first) },
    Provider: {
      conditions: (provider, { first }) => (first == null ? provider.conditions : provider.conditions.slice(0, first)),
      articles: (provider, { first }) => page(provider.articles, first),
      similar: (provider, { first }) => provider.similar.slice(0, first ?? 3),
    },
    ProviderConnection: { facets: (connection) => connection.facets() },
    ProviderFacets: Object.fromEntries(Directory.facets.map((field) => [field, facet(field)])),
  }
  const schema = buildSchema(definitions)
  for (const [type, fields] of Object.entries(resolvers)) {
    for (const [field, resolve] of Object.entries(fields)) schema.getType(type).getFields()[field].resolve = resolve
  }
  schema.getType('Topic').resolveType = (topic) => topic.__typename
  return schema
}
