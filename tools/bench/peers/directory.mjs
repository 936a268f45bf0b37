// The directory in memory: objects linked to each other, and for each value of each field the set of providers who have it,
// one bit a provider in the order of names.

const linked = { credentials: 'CredentialCount', conditions: 'ConditionCount', treatments: 'TreatmentCount' }
const usualCount = { states: 60 }

const values = {
  credentials: (p) => p.credentials,
  conditions: (p) => p.conditions,
  treatments: (p) => p.treatments,
  states: (p) => [...new Set(p.locations.map((l) => l.stateCode))],
  cities: (p) => [...new Set(p.locations.map((l) => `${l.city}, ${l.stateCode}`))],
  languages: (p) => p.languages,
  insurances: (p) => p.insurances,
  sessionFormats: (p) => p.sessionFormats,
  ageGroups: (p) => p.ageGroups,
}

function ones(word) {
  word -= (word >>> 1) & 0x55555555
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function count(set) {
  let n = 0
  for (let i = 0; i < set.length; i++) n += ones(set[i])
  return n
}

function countBoth(a, b) {
  let n = 0
  for (let i = 0; i < a.length; i++) n += ones(a[i] & b[i])
  return n
}

function intersect(into, other) {
  for (let i = 0; i < into.length; i++) into[i] &= other[i]
  return into
}

// Field knows who has each of its values: as sets by value, and as the values' codes by provider.
class Field {
  constructor(providers, valuesOf, words) {
    const found = [...new Set(providers.flatMap(valuesOf))]
    found.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)) // so that codes break ties by name
    this.values = found
    this.codes = new Map(found.map((value, code) => [value, code]))
    this.bySlug = new Map(found.map((value, code) => [value.slug ?? value, code]))
    this.sets = found.map(() => new Int32Array(words))
    this.rows = providers.map((p) => Uint16Array.from(valuesOf(p), (value) => this.codes.get(value)))
    this.rows.forEach((row, at) => row.forEach((code) => (this.sets[code][at >> 5] |= 1 << (at & 31))))
    this.perProvider = this.rows.reduce((n, row) => n + row.length, 0) / providers.length
  }

  any(names, words) {
    const set = new Int32Array(words)
    for (const name of names) {
      const other = this.sets[this.bySlug.get(name)]
      if (other) for (let i = 0; i < words; i++) set[i] |= other[i]
    }
    return set
  }
}

function nameOf(value) {
  return (value.name ?? value).toLowerCase()
}

class Facets {
  constructor(directory, base, clauses, matches) {
    Object.assign(this, { directory, base, clauses, matches })
  }

  // count goes the cheaper way: through the sets of all values, or through the rows of those who match.
  count(name, first) {
    const field = this.directory.fields[name]
    const matches = name in this.clauses ? this.directory.matching(this.base, this.clauses, name) : this.matches
    const counts = new Uint32Array(field.values.length)
    const n = count(matches)
    if (n * (field.perProvider + 2) > counts.length * matches.length) {
      for (let code = 0; code < counts.length; code++) counts[code] = countBoth(field.sets[code], matches)
    } else {
      this.directory.eachOf(matches, n, (at) => {
        const row = field.rows[at]
        for (let i = 0; i < row.length; i++) counts[row[i]]++
      })
    }
    const codes = []
    for (let code = 0; code < counts.length; code++) if (counts[code] > 0) codes.push(code)
    codes.sort((a, b) => counts[b] - counts[a] || a - b)
    const key = name in linked ? name.slice(0, -1) : 'value'
    return codes.slice(0, first ?? usualCount[name] ?? 20).map((code) => ({ [key]: field.values[code], count: counts[code] }))
  }
}

export class Directory {
  static facets = Object.keys(values)

  constructor(data) {
    const byId = new Map()
    for (const list of Object.values(data)) for (const document of list) byId.set(document.id, document)
    const link = (list) => list.map(({ id }) => byId.get(id))
    for (const treatment of data.treatments) treatment.articles.nodes = link(treatment.articles.nodes)
    for (const article of data.articles) {
      article.topic = Object.assign(byId.get(article.topic.id), { __typename: article.topic.__typename })
      article.conditions = link(article.conditions)
      article.related = link(article.related)
      if (article.medicalReview) article.medicalReview.credentials = link(article.medicalReview.credentials)
    }
    for (const provider of data.providers) {
      for (const name of ['credentials', 'conditions', 'treatments']) provider[name] = link(provider[name])
      for (const license of provider.licenses) license.credential = byId.get(license.credential.id)
      provider.articles.nodes = link(provider.articles.nodes)
      provider.similar = link(provider.similar)
    }
    this.list = data.providers
    this.words = Math.ceil(this.list.length / 32)
    this.everybody = new Int32Array(this.words)
    for (let at = 0; at < this.list.length; at++) this.everybody[at >> 5] |= 1 << (at & 31)
    this.fields = {}
    for (const [name, valuesOf] of Object.entries(values)) this.fields[name] = new Field(this.list, valuesOf, this.words)
    for (const name of Object.keys(linked)) {
      for (const document of data[name]) document.base = this.fields[name].any([document.slug], this.words)
    }
    this.providers = new Map(this.list.map((provider) => [provider.slug, provider]))
    this.articles = new Map(data.articles.map((article) => [article.slug, article]))
  }

  matching(base, clauses, without) {
    const matches = new Int32Array(base ?? this.everybody)
    for (const name in clauses) if (name !== without) intersect(matches, clauses[name])
    return matches
  }

  eachOf(set, most, visit) {
    for (let i = 0; i < set.length && most > 0; i++) {
      for (let word = set[i]; word !== 0 && most > 0; word &= word - 1, most--) visit(i * 32 + 31 - Math.clz32(word & -word))
    }
  }

  search(base, filter, first) {
    const clauses = {}
    for (const [name, names] of Object.entries(filter ?? {})) {
      if (!(name in this.fields)) throw new Error(`this server does not know the filter ${name}`)
      clauses[name] = this.fields[name].any(names, this.words)
    }
    const matches = this.matching(base, clauses)
    const totalCount = count(matches)
    const nodes = []
    this.eachOf(matches, first, (at) => nodes.push(this.list[at]))
    return {
      totalCount,
      nodes,
      edges: nodes.map((node) => ({ node })),
      pageInfo: { hasNextPage: totalCount > nodes.length },
      facets: () => new Facets(this, base, clauses, matches),
    }
  }
}
