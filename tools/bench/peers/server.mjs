// Serves the exported directory with one of three GraphQL servers: node server.mjs apollo|yoga|mercurius SCHEMA DATA.
// All of them are given the same schema object, so that they differ only in how they execute and serve.
import { createServer } from 'node:http'
import { readFileSync } from 'node:fs'
import { schemaOver } from './schema.mjs'

const [, , name, schemaFile, dataFile] = process.argv
const schema = schemaOver(readFileSync(schemaFile, 'utf8'), JSON.parse(readFileSync(dataFile, 'utf8')))
const host = '127.0.0.1'

const servers = {
  async apollo() {
    const { ApolloServer } = await import('@apollo/server')
    const { startStandaloneServer } = await import('@apollo/server/standalone')
    return (await startStandaloneServer(new ApolloServer({ schema }), { listen: { host, port: 0 } })).url
  },
  async yoga() {
    const { createYoga } = await import('graphql-yoga')
    const server = createServer(createYoga({ schema, logging: false, graphiql: false }))
    await new Promise((resolve) => server.listen(0, host, resolve))
    return `http://${host}:${server.address().port}/graphql`
  },
  async mercurius() {
    const { default: Fastify } = await import('fastify')
    const { default: mercurius } = await import('mercurius')
    const app = Fastify()
    app.register(mercurius, { schema, jit: 1 })
    return `${await app.listen({ host, port: 0 })}/graphql`
  },
}

console.log(`GraphQL ${await servers[name]()}`)
