import{n as e,t}from"./Page-YFs8TguC.js";import{t as n}from"./ServerHTML-CQCHblNC.js";var r=`<p>There are two ways to change the directory: one document at a time through the API, seen at once by everybody, or a file that is imported.</p>
<h2 id="editing-through-the-api">Editing through the API</h2>
<p>An operator makes a token, before the server starts: the engine inside the process is used by one process at a time. The token is shown
once, here it goes to a file; what it may do follows from its role. Every request carries it in the header <code>Authorization</code>. The last line asks who you are.</p>
<pre tabindex="0"><code>findcare token create --data editing --role admin --name "Ada, editor in chief" --expires 90d > ada.token
findcare token list --data editing
findcare serve --data editing
curl -s -w '\\n' localhost:8080/graphql -H "Authorization: Bearer $(cat ada.token)" -H 'Content-Type: application/json' -d '{"query": "{ viewer { name role } }"}'</code></pre>
<pre tabindex="0"><code>{"data":{"viewer":{"name":"Ada, editor in chief","role":"ADMIN"}}}</code></pre>
<p>In a clone, <code>go run .</code> stands for <code>findcare</code>. The server goes on in its terminal: use another one for what follows, or the playground,
<a href="http://localhost:8080/playground" rel="noreferrer" target="_blank">http://localhost:8080/playground</a>. There the token goes into the tab <em>Headers</em> below the operation, as <code>{&quot;Authorization&quot;: &quot;Bearer fc_…&quot;}</code>, with what is in
<code>ada.token</code> after <code>Bearer</code>. All operations below can be pasted and run there, in their order, over the demo directory:</p>
<pre tabindex="0"><code>{ viewer { name role } }</code></pre>
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Role</th><th scope="col">May</th></tr></thead><tbody><tr><td><code>VIEWER</code></td><td>See articles that are not published, providers that are retired, working copies, and the history of every document.</td></tr>
<tr><td><code>EDITOR</code></td><td>Also save and publish working copies, create, change and delete documents, publish and unpublish articles, retire and reinstate providers.</td></tr>
<tr><td><code>REVIEWER</code></td><td>Also sign off the text of an article.</td></tr>
<tr><td><code>ADMIN</code></td><td>Also merge two documents into one, and make and revoke tokens.</td></tr></tbody></table></div>
<p>Without a token the answer to what needs one is the error <code>UNAUTHENTICATED</code>, and with one of a lesser role <code>FORBIDDEN</code>.</p>
<h3 id="one-document-at-a-time">One document at a time</h3>
<p>Create a condition. A slug that is not given follows from the name; the id follows from the slug.</p>
<pre tabindex="0"><code>mutation {
  createCondition(input: {name: "Seasonal Sadness", alsoKnownAs: ["Winter Blues"]}) {
    condition { id slug revision }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "createCondition": {
      "condition": {"id": "cnd_dh0wwbrtdfe92pfmf7rs6hszvr", "slug": "seasonal-sadness", "revision": 1},
      "userErrors": []
    }
  }
}</code></pre>
<p>What you can mend comes in <code>userErrors</code>: <code>field</code> is the way to the field, <code>code</code> the kind of fault. Nothing is written then.
With an <code>idempotencyKey</code>, the same request again gives the same result for 24 hours: send it again when an answer was lost.</p>
<p>In an update, what is given changes, and null clears. <code>expectedRevision</code> is the revision that you saw: if somebody else has changed the document since,
the answer is a <code>CONFLICT</code> and shows the document as it is.</p>
<pre tabindex="0"><code>mutation {
  updateCondition(id: "cnd_dh0wwbrtdfe92pfmf7rs6hszvr", expectedRevision: 1, input: {description: "Low mood that comes with the dark months.", alsoKnownAs: null}, idempotencyKey: "winter-1") {
    condition { description alsoKnownAs revision }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>mutation {
  updateCondition(id: "cnd_dh0wwbrtdfe92pfmf7rs6hszvr", expectedRevision: 1, input: {name: "Winter Sadness"}) {
    condition { name revision }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "updateCondition": {
      "condition": {"name": "Seasonal Sadness", "revision": 2},
      "userErrors": [
        {
          "code": "CONFLICT",
          "message": "expectedRevision: 1 is not the current revision, 2; review the changes and try again",
          "field": ["expectedRevision"]
        }
      ]
    }
  }
}</code></pre>
<p>A new slug leaves the old one as a redirect: both find the document, and a page that was asked for by the old one sees another slug in the answer.</p>
<h3 id="from-a-draft-to-a-published-article">From a draft to a published article</h3>
<p>A new article is a draft. The public sees nothing of it: no page, no count, no suggestion.</p>
<pre tabindex="0"><code>mutation {
  createArticle(input: {
    title: "Find Care for Seasonal Sadness"
    topic: {condition: "seasonal-sadness"}
    lead: "For some people, mood follows the light."
    author: "The editors"
    sections: [{heading: "What helps", body: "Talking with somebody helps many people."}]
    sources: [{title: "Seasonal Affective Disorder", publisher: "National Institute of Mental Health", url: "https://www.nimh.nih.gov/health/publications/seasonal-affective-disorder"}]
  }) {
    article { id slug status revision }
    userErrors { message field }
  }
}</code></pre>
<p>Whoever has a token finds it with the others that are not published, and reads it with <code>article</code> as it will be:</p>
<pre tabindex="0"><code>{ unpublishedArticles { nodes { title status } } }</code></pre>
<p><code>submitArticle</code> tells the reviewers that it is ready for them. It is then <code>IN_REVIEW</code>.</p>
<pre tabindex="0"><code>mutation { submitArticle(id: "art_zgfhh8zk5mq18eq5fskabrjn6c") { article { status revision } userErrors { message } } }</code></pre>
<p>A reviewer signs off the text as it is in one revision: its title, topic, lead, sections, conditions, sources and call to action. The record keeps a
fingerprint of just that (<code>fingerprint</code> of the article), and who signed. A reviewer who gives no name signs as themselves. To sign for somebody who has
no token of their own, give their name with <code>onBehalfOf</code>, or with <code>reviewer</code> as before: pages then name them, and <code>history</code> also tells who signed.
With <code>expectedFingerprint</code> nothing but the very text that was read is signed.</p>
<p>A later change of any of it makes the review stale (<code>medicalReview.stale</code>): pages then say no more than that an earlier version was reviewed, and on
which day, and their structured data says nothing of it. Bringing the signed text back makes the review current again. Author, dates and slug are not
reviewed, and neither are the names and descriptions of the conditions that the article refers to. Merging such a condition into another one changes
the article, and so makes the review stale. <code>reviewDueOn</code> tells when the text should be reviewed again: after twelve months,
or what the operator has set with <code>--review-months</code>. When that day is past, the review is <code>overdue</code>, and the page says so.</p>
<pre tabindex="0"><code>mutation {
  reviewArticle(id: "art_zgfhh8zk5mq18eq5fskabrjn6c", expectedRevision: 2, review: {onBehalfOf: "Wren Examplar"}) {
    article { fingerprint medicalReview { reviewer stale overdue } }
    userErrors { message field }
  }
}</code></pre>
<p>Nothing is public before an editor publishes it. An article may be published without a review, too; it then says nothing of one.</p>
<pre tabindex="0"><code>mutation { publishArticle(id: "art_zgfhh8zk5mq18eq5fskabrjn6c") { article { status publishedOn } userErrors { message } } }</code></pre>
<p>From now on everybody finds it: at its address, in searches, on the pages of its topic, in the sitemap.</p>
<pre tabindex="0"><code>curl -s localhost:8080/care/find-care-for-seasonal-sadness | grep -o 'Medically reviewed by &lt;strong>[^&lt;]*'</code></pre>
<pre tabindex="0"><code>Medically reviewed by &lt;strong>Wren Examplar</code></pre>
<p>It can be changed while it is public, which everybody sees at once. The review is then of an earlier text, until <code>reviewArticle</code> is sent again with the
revision that there is now.</p>
<pre tabindex="0"><code>mutation {
  updateArticle(id: "art_zgfhh8zk5mq18eq5fskabrjn6c", expectedRevision: 4, input: {lead: "For some people, mood follows the light of the year."}) {
    article { revision medicalReview { stale } }
    userErrors { message field }
  }
}</code></pre>
<pre tabindex="0"><code>{"data": {"updateArticle": {"article": {"revision": 5, "medicalReview": {"stale": true}}, "userErrors": []}}}</code></pre>
<p><code>unpublishArticle</code> hides it again. Who changed what, and when:</p>
<pre tabindex="0"><code>{ history(id: "art_zgfhh8zk5mq18eq5fskabrjn6c", first: 2) { revision at name operation differences { field before after } } }</code></pre>
<p><code>restoreRevision</code> makes what a document said at one of those revisions its newest text: here, the lead that was reviewed, and so the review is valid
again. The slug and the status stay as they are; a document that was deleted exists again.</p>
<pre tabindex="0"><code>mutation {
  restoreRevision(id: "art_zgfhh8zk5mq18eq5fskabrjn6c", revision: 4, expectedRevision: 5) {
    document { ... on Article { revision lead medicalReview { stale } } }
    userErrors { message field }
  }
}</code></pre>
<p><code>article(by: {slug: &quot;find-care-for-seasonal-sadness&quot;}, asOf: &quot;2026-01-01T00:00:00Z&quot;)</code> is the article as it was then, and <code>provider(by: …, asOf: …)</code> a
provider. One that has been deleted since is found by its id.</p>
<h3 id="working-copies">Working copies</h3>
<p><code>updateArticle</code> and <code>updateProvider</code> change what everybody sees. <code>saveWorkingCopy</code> keeps what a document is to become, and nobody but those with a token sees
it: no page, search, feed or export has it, and <code>directory { version }</code> stays as it is. It may be saved as often as you like, and incomplete. Without an
<code>id</code>, a new article or provider is begun; the input&#39;s own <code>id</code> is chosen here, so that the operations below can be run as they are.</p>
<pre tabindex="0"><code>mutation {
  saveWorkingCopy(article: {id: "art_0000000000000000000000w0rk", title: "Find Care for Long Nights", topic: {condition: "insomnia"}}) {
    workingCopy { save problems { message } }
    userErrors { code message field }
  }
}</code></pre>
<p><code>problems</code> is what publication would be refused for now. What is given changes on top of what was saved; <code>expectedSave</code> is the save that you have seen. Were
another one stored by then, yours would be refused with <code>CONFLICT</code>, and the payload would have what is stored: nobody&#39;s text is lost.</p>
<pre tabindex="0"><code>mutation {
  saveWorkingCopy(id: "art_0000000000000000000000w0rk", expectedSave: 1, article: {lead: "Sleep can be learned.", author: "The editors"}) {
    workingCopy { save problems { message } article { title lead readingMinutes } }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "saveWorkingCopy": {
      "workingCopy": {
        "save": 2, "problems": [],
        "article": {"title": "Find Care for Long Nights", "lead": "Sleep can be learned.", "readingMinutes": 1}
      },
      "userErrors": []
    }
  }
}</code></pre>
<p><code>publishWorkingCopy</code> makes it public, in one change that is in the history, and the working copy is no more. Should the answer get lost, ask again: it takes
place once.</p>
<pre tabindex="0"><code>mutation {
  publishWorkingCopy(id: "art_0000000000000000000000w0rk", expectedSave: 2) {
    workingCopy { save }
    document { ... on Article { revision status slug } }
    userErrors { code message field }
  }
}</code></pre>
<p>A working copy of a document that is there begins with what the document says, and knows the revision of it (<code>baseRevision</code>). <code>differences</code> is what publication
would change. What others change in the document meanwhile stays, unless you have changed the same field: publication is then refused with <code>CONFLICT</code>, and
<code>conflicts</code> has all three values. Decide, and save with the document&#39;s current revision as <code>baseRevision</code>: that says that you have seen it.</p>
<pre tabindex="0"><code>mutation {
  saveWorkingCopy(id: "art_0000000000000000000000w0rk", article: {lead: "Sleep can be learned, in weeks."}) {
    workingCopy { save baseRevision differences { field before after } conflicts { field base published working } }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>mutation { discardWorkingCopy(id: "art_0000000000000000000000w0rk", expectedSave: 4) { workingCopy { save } userErrors { code message } } }</code></pre>
<p><code>previewUrl</code> is an address that shows the page as publication would make it, to whoever has it: send it to those who are to look at the text. It is good for
an hour, and shows what is saved meanwhile, too. Ask again for another one.</p>
<p>A reviewer signs the text off with <code>reviewWorkingCopy</code>, and with the fingerprint of the text that they have read (<code>article { fingerprint }</code>): publication then
brings the review with it. Where the operator has set <code>--require-sign-off</code>, a text is published only with the sign-off of that very text by a reviewer who is
not the one who saved it last; it is refused with <code>SIGN_OFF</code> otherwise. <code>updateArticle</code> of a public article, <code>publishArticle</code> and <code>restoreRevision</code> are held to the same.</p>
<p><code>publishWorkingCopies</code> and <code>discardWorkingCopies</code> take up to 100 at once, and give each its own result.</p>
<p>With a time to come, <code>publishWorkingCopy</code> publishes then, within a second, without anybody there: <code>publishWorkingCopy(id: …, expectedSave: 2, at: &quot;2026-12-24T14:00:00Z&quot;)</code>. What it would be refused for is told at once. The time is said of that very text: who saves another one takes it away, and
<code>unscheduleWorkingCopy</code> does, too. If it cannot be published then, since others have changed the same field, for example, it stays as it is, with the reason in
<code>scheduleFailure</code>.</p>
<p>The list of all that are open, the one saved last first; with <code>scheduled: true</code>, those that have a time:</p>
<pre tabindex="0"><code>{ workingCopies(first: 10) { totalCount nodes { id kind savedAt savedByName scheduledFor scheduleFailure problems { message } } } }</code></pre>
<h3 id="tables-and-images">Tables and images</h3>
<p>Leads and the bodies of sections are <a href="https://spec.commonmark.org/0.31.2/" rel="noreferrer" target="_blank">Markdown</a>, and may have tables as on GitHub: a row of heads, a row of dashes,
and a row for each line. A colon at the end of the dashes aligns a column right, and one at each end in the middle. <code>\\|</code> is a pipe within a cell.</p>
<p>An image is <code>![text](https://images.example/lamp.jpg)</code>. The text says what the image shows, for those who do not see it, and stands in its place where the image is not shown:
in <code>TEXT</code>, in searches, and to a screen reader. The address begins with <code>https://</code> and a host that the operator has named with <code>--image-hosts</code>.
Here, that is <code>images.example</code>:</p>
<pre tabindex="0"><code>mutation {
  updateArticle(id: "art_zgfhh8zk5mq18eq5fskabrjn6c", input: {sections: [{heading: "What helps", body: """
    Talking with somebody helps many people.

    | What          | How often       | Cost |
    | ------------- | :-------------: | ---: |
    | Light therapy | Every morning   | $100 |
    | Talk therapy  | Once a week     | $150 |

    ![A woman reads beside a bright lamp](https://images.example/lamp.jpg)
  """}]}) {
    article { sections { body(format: TEXT) } }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "updateArticle": {
      "article": {
        "sections": [
          {
            "body": "Talking with somebody helps many people.\\n\\nWhat; How often; Cost\\nLight therapy; Every morning; $100\\nTalk therapy; Once a week; $150\\n\\nA woman reads beside a bright lamp"
          }
        ]
      },
      "userErrors": []
    }
  }
}</code></pre>
<p>An image of another host, or one without a text, is not written:</p>
<pre tabindex="0"><code>mutation {
  updateArticle(id: "art_zgfhh8zk5mq18eq5fskabrjn6c", input: {lead: "![A lamp](https://photos.example/lamp.jpg)"}) {
    article { lead }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "updateArticle": {
      "article": {"lead": "For some people, mood follows the light."},
      "userErrors": [
        {
          "code": "INVALID",
          "message": "/lead: \\"https://photos.example/lamp.jpg\\" must be an image at https:// of a host that the operator has named: images.example",
          "field": ["lead"]
        }
      ]
    }
  }
}</code></pre>
<p>Articles that are stored already, or come in by an import, may have images of other hosts: their text is shown instead, until the operator names the
host. They do not keep you from changing something else.</p>
<h3 id="everyday-corrections">Everyday corrections</h3>
<p>A correction changes what it names, and nothing beside it. Locations, licences and sections have ids; ask for those first:</p>
<pre tabindex="0"><code>{
  provider(by: {slug: "alder-fictionado"}) {
    id revision
    locations { id label phone }
    licenses { id state number expiresOn credential { slug } }
  }
}</code></pre>
<p><strong>A phone number.</strong> Street, ZIP code and coordinates stay as they are:</p>
<pre tabindex="0"><code>mutation {
  updateProvider(id: "prv_kfh9zm2bvewvesktw4f21fd9q8", members: {locations: {update: [{id: "loc_2w9rap7c9p9ym", phone: "(501) 555-0123"}]}}) {
    provider { locations { id label phone } }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "updateProvider": {
      "provider": {
        "locations": [{"id": "loc_2w9rap7c9p9ym", "label": "2630 Lorem Lane, Little Rock, Arkansas 72205", "phone": "+15015550123"}]
      },
      "userErrors": []
    }
  }
}</code></pre>
<p><strong>An address.</strong> Who moves within a city keeps the location and its phone. The coordinates were those of the old address: give the new ones, or null for none.
A second address is added, and one that is given up is removed, by <code>add</code> and <code>remove</code>.</p>
<pre tabindex="0"><code>mutation {
  updateProvider(id: "prv_kfh9zm2bvewvesktw4f21fd9q8", members: {locations: {
    update: [{id: "loc_2w9rap7c9p9ym", street: "12 Example Way", postalCode: "72201", latitude: null, longitude: null}]
    add: [{street: "3 Sample Square", city: "Conway", stateCode: "AR", postalCode: "72032"}]
  }}) {
    provider { locations { label phone } }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "updateProvider": {
      "provider": {
        "locations": [
          {"label": "12 Example Way, Little Rock, Arkansas 72201", "phone": "+15015550123"},
          {"label": "3 Sample Square, Conway, Arkansas 72032", "phone": null}
        ]
      },
      "userErrors": []
    }
  }
}</code></pre>
<p>A list that is given in <code>input</code> takes the place of the whole list. It is refused with <code>LOSS</code> where it would drop the street, the ZIP code or the phone of a location
in the same city, unless <code>allowLoss: true</code> says that this is meant.</p>
<p><strong>A licence.</strong> One for another state is added; the answer tells its id.</p>
<pre tabindex="0"><code>mutation {
  updateProvider(id: "prv_kfh9zm2bvewvesktw4f21fd9q8", members: {licenses: {
    add: [{credential: "licensed-mental-health-counselor", state: "TN", number: "DEMO-100001", expiresOn: "2028-06-30"}]
  }}) {
    provider { licenses { id state } }
    userErrors { code message field }
  }
}</code></pre>
<p>By that it is renewed, or taken off with <code>remove</code>:</p>
<pre tabindex="0"><code>mutation {
  updateProvider(id: "prv_kfh9zm2bvewvesktw4f21fd9q8", members: {licenses: {update: [{id: "lic_6n9vhqh7jwcwr", expiresOn: "2030-06-30"}]}}) {
    provider { licenses { state } }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{"data": {"updateProvider": {"provider": {"licenses": [{"state": "AR"}, {"state": "TN"}]}, "userErrors": []}}}</code></pre>
<p><strong>One section of an article.</strong> The others stay. <code>add</code> puts one at a <code>position</code>, or below another one with <code>parent</code>.</p>
<pre tabindex="0"><code>mutation {
  updateArticle(id: "art_zgfhh8zk5mq18eq5fskabrjn6c", members: {sections: {update: [{id: "sec_2vw1yrphhs0z2", body: "Talking with somebody helps many people. So does morning light."}]}}) {
    article { sections { id heading body } }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "updateArticle": {
      "article": {
        "sections": [{"id": "sec_2vw1yrphhs0z2", "heading": "What helps", "body": "Talking with somebody helps many people. So does morning light."}]
      },
      "userErrors": []
    }
  }
}</code></pre>
<p><strong>A provider who gives up the practice</strong> is retired. The public then sees nothing of it: no page, no count, no suggestion, nobody who is similar. Subscribers
are told as of one that was deleted. Nothing is lost: history, ids and references stay, so that no condition which it treats can be deleted, and nobody else gets its
slug or its NPI. Imports of registries keep the entry up to date, and list it no more than editors do.</p>
<pre tabindex="0"><code>mutation {
  retireProvider(id: "prv_kfh9zm2bvewvesktw4f21fd9q8", idempotencyKey: "retire-alder-1") {
    action
    provider { slug status }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "retireProvider": {
      "action": "UPDATE",
      "provider": {"slug": "alder-fictionado", "status": "RETIRED"},
      "userErrors": []
    }
  }
}</code></pre>
<pre tabindex="0"><code>curl -s -o page.html -w '%{http_code}\\n' localhost:8080/providers/alder-fictionado
curl -s -w '\\n' localhost:8080/graphql -H 'Content-Type: application/json' -d '{"query": "{ provider(by: {slug: \\"alder-fictionado\\"}) { name } }"}'</code></pre>
<pre tabindex="0"><code>404
{"data":{"provider":null}}</code></pre>
<p>Whoever has a token still finds it, by its slug, its id or its NPI, and in <code>history</code>; it can be corrected as any other. <code>reinstateProvider</code> lists it again:</p>
<pre tabindex="0"><code>{ provider(by: {slug: "alder-fictionado"}) { name status } }</code></pre>
<pre tabindex="0"><code>{"data": {"provider": {"name": "Alder Fictionado", "status": "RETIRED"}}}</code></pre>
<pre tabindex="0"><code>mutation {
  reinstateProvider(id: "prv_kfh9zm2bvewvesktw4f21fd9q8") {
    provider { slug status }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "reinstateProvider": {
      "provider": {"slug": "alder-fictionado", "status": "ACTIVE"},
      "userErrors": []
    }
  }
}</code></pre>
<p><code>deleteProvider</code> is for what should never have been there. It leaves no more than the history.</p>
<h3 id="many-providers-and-cleaning-up">Many providers, and cleaning up</h3>
<p><code>saveProviders</code> creates or, where the id or the slug exists, updates at most 500 providers, each by itself. <code>action</code> tells what was done. An
input with a <code>record</code> is one of a registry, and is brought in where no editor has changed a field. A record that
was read from a newer file before is not: its <code>userErrors</code> say <code>OUTDATED</code>, unless the record has <code>force: true</code>. <code>withdrawnOn</code> and <code>notListed</code> tell
that the provider is not to be listed any more. <code>skipRecords</code> tells of records that the directory is not about, so that no older file brings them in,
and answers with those that it lists.</p>
<pre tabindex="0"><code>mutation {
  saveProviders(inputs: [
    {name: "Plover Examplar", kind: INDIVIDUAL, conditions: ["seasonal-sadness"]}
    {name: "Sandpiper Examplar", kind: INDIVIDUAL, languages: ["Spanish"]}
  ]) {
    action
    provider { slug revision }
    userErrors { code message field }
  }
}</code></pre>
<p>Without an id or a slug each of them is new, so that the same inputs again would make more, unless they have the same <code>idempotencyKey</code>. With one that
exists, what is given changes, as in an update:</p>
<pre tabindex="0"><code>mutation {
  saveProviders(inputs: [{slug: "alder-fictionado", acceptingNewClients: true, sessionFormats: [VIDEO]}]) {
    provider { slug acceptingNewClients sessionFormats }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "saveProviders": [
      {"provider": {"slug": "alder-fictionado", "acceptingNewClients": true, "sessionFormats": ["VIDEO"]}, "userErrors": []}
    ]
  }
}</code></pre>
<p>What others refer to cannot be deleted: the error lists who. A reference that leads nowhere, which only other tools can leave, is in nobody&#39;s way:
it stays until somebody changes it. Two conditions, treatments, credentials or insurers that are the same are made one by
<code>mergeConditions(from:, into:)</code> and its sisters, which rewrite the references and keep the old slug as a redirect. <code>confirmProvider</code> adds to the
ledger of a provider&#39;s confirmations: the day, who confirmed (<code>PROVIDER</code> by default, <code>EDITOR</code> for what the provider publishes, <code>TELEPHONE</code> for a
call) and, if it was not the whole entry, which <code>parts</code>. <code>confirmedOn</code> follows the latest one of the whole entry, and counts for 90 days, or what
the operator has set with <code>--confirmation-days</code>. After that the entry is <code>unconfirmed</code>, and its page says so.</p>
<pre tabindex="0"><code>mutation {
  confirmProvider(id: "prv_kfh9zm2bvewvesktw4f21fd9q8", by: TELEPHONE, parts: [CONTACT, COST]) {
    provider { confirmations { by parts } }
    userErrors { message }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "confirmProvider": {
      "provider": {"confirmations": [{"by": "TELEPHONE", "parts": ["CONTACT", "COST"]}, {"by": "PROVIDER", "parts": []}]},
      "userErrors": []
    }
  }
}</code></pre>
<p>Readers can report an error on each profile, without an account and without saying who they are. What nobody has looked at yet, the oldest
first:</p>
<pre tabindex="0"><code>{ reports(first: 50) { id at part text provider { id name } } }</code></pre>
<p>Correct the entry where the report is right, and then say that you have looked at it. It is kept for a while, and removed by <code>findcare purge</code>.</p>
<pre tabindex="0"><code>mutation { resolveReport(id: "rep_0000000000000") { report { resolvedAt } userErrors { code } } }</code></pre>
<pre tabindex="0"><code>{"data": {"resolveReport": {"report": null, "userErrors": [{"code": "NOT_FOUND"}]}}}</code></pre>
<p>Entries that look like one provider, by the NPI, a licence, the name with the place, or a telephone number with a word of the name; the strongest
reasons first:</p>
<pre tabindex="0"><code>{ duplicates(first: 10) { totalCount pairs { reasons a { id name } b { id name } } } }</code></pre>
<p>How much of the directory nobody has confirmed lately, by state and by the registry that an entry comes from:</p>
<pre tabindex="0"><code>{ directory { quality { unconfirmed share byState { label count unconfirmed } bySource { value count unconfirmed } } } }</code></pre>
<h3 id="insurers">Insurers</h3>
<p>What a provider takes stands in <code>insurances</code>, in the words of whoever wrote it. Make the insurers documents, with the names under which
people write them down:</p>
<pre tabindex="0"><code>mutation {
  createInsurer(input: {name: "Example Health Plan", alsoKnownAs: ["EHP"]}) {
    insurer { slug alsoKnownAs providers { totalCount } }
    userErrors { code message field }
  }
}</code></pre>
<pre tabindex="0"><code>{
  "data": {
    "createInsurer": {
      "insurer": {"slug": "example-health-plan", "alsoKnownAs": ["EHP"], "providers": {"totalCount": 0}},
      "userErrors": []
    }
  }
}</code></pre>
<p>Whoever has a label with one of the names, in any case, takes the insurer at once: for filters, facets, <code>coverage</code> and the pages of articles about
it. What is stored changes when the provider is next written, by an editor or an import: the label is then the insurer&#39;s name, and
one insurer stands there once. A label that names no insurer stays as it is. An insurer that is renamed keeps its labels if the former name becomes one of
<code>alsoKnownAs</code>; <code>mergeInsurers</code> does that by itself. <code>coverage</code> adds what is known of the plan, the network, and who said so when.</p>
<h3 id="who-works-where">Who works where</h3>
<p><code>worksFor</code> of a person takes slugs or ids of organizations of the directory, for example
<code>updateProvider(id: &quot;prv_…&quot;, input: {worksFor: [&quot;acorn-house&quot;]})</code>. The organization&#39;s <code>staff</code> follows from that by itself, and is not
entered.</p>
<p>Such a reference is weak. An organization must exist when it is added, but may be retired or deleted whoever works there. It is then left
out of answers, pages and exports, the person&#39;s entry stays as it is, and the organization is there again as soon as it is reinstated.</p>
<h2 id="the-directory-format">The directory format</h2>
<p>A directory is one JSON file with six lists: <code>credentials</code>, <code>conditions</code>, <code>treatments</code>, <code>insurers</code>, <code>providers</code>, <code>articles</code>. Any list may be left out.
Field names are those of the GraphQL schema. Documents refer to each other by slug. The order does not matter: a reference may come
before what it refers to. What is not required may be left out.</p>
<p>This is a whole file. Its provider has every field. The people and places in it are invented.</p>
<pre tabindex="0"><code>{
  "credentials": [
    {"slug": "licensed-professional-counselor", "name": "Licensed Professional Counselor", "abbreviation": "LPC"}
  ],
  "conditions": [
    {"slug": "depression", "name": "Depression", "description": "Low mood that stays.", "alsoKnownAs": ["Major Depression"]},
    {"slug": "post-traumatic-stress-disorder", "name": "Post-Traumatic Stress Disorder", "abbreviation": "PTSD"}
  ],
  "treatments": [
    {
      "slug": "ketamine-assisted-psychotherapy",
      "name": "Ketamine-Assisted Psychotherapy",
      "abbreviation": "KAP",
      "description": "Talk therapy together with a dose of ketamine.",
      "alsoKnownAs": ["Ketamine Therapy"],
      "conditions": ["depression", "post-traumatic-stress-disorder"]
    }
  ],
  "insurers": [
    {"slug": "medicaid", "name": "Medicaid", "alsoKnownAs": ["State Medicaid"]}
  ],
  "providers": [
    {
      "slug": "juniper-examplar",
      "npi": "1234567893",
      "kind": "INDIVIDUAL",
      "name": "Juniper Examplar",
      "pronouns": "she/her",
      "credentials": ["licensed-professional-counselor"],
      "licenses": [
        {"credential": "licensed-professional-counselor", "state": "MI", "number": "MI000000", "expiresOn": "2027-09-28"}
      ],
      "practicingSince": 2012,
      "locations": [
        {
          "street": "1 Example Way",
          "city": "Flint",
          "state": "Michigan",
          "stateCode": "MI",
          "postalCode": "48507",
          "phone": "+18105550123",
          "latitude": 42.97,
          "longitude": -83.69
        }
      ],
      "conditions": ["depression", "post-traumatic-stress-disorder"],
      "treatments": ["ketamine-assisted-psychotherapy"],
      "statement": "I work at your pace.",
      "sessionFormats": ["IN_PERSON", "VIDEO"],
      "ageGroups": ["ADULTS"],
      "languages": ["English", "Spanish"],
      "insurances": ["Medicaid"],
      "coverage": [{"insurer": "medicaid", "plan": "Healthy Example", "network": "IN_NETWORK", "source": "PROVIDER", "asOf": "2024-10-19"}],
      "acceptingNewClients": true,
      "sessionFee": {"currency": "USD", "minimum": 120, "maximum": 160, "slidingScale": true},
      "confirmedOn": "2024-10-19"
    }
  ],
  "articles": [
    {
      "slug": "ketamine-assisted-psychotherapy",
      "title": "Find Ketamine-Assisted Psychotherapy",
      "topic": {"treatment": "ketamine-assisted-psychotherapy"},
      "lead": "What it is, in *two* sentences.",
      "sections": [
        {
          "heading": "What to expect",
          "body": "Three phases:\\n\\n- preparation\\n- dosing\\n- integration",
          "sections": [{"heading": "Preparation", "body": "You meet the therapist."}]
        }
      ],
      "conditions": ["depression"],
      "author": "The editors",
      "medicalReview": {"reviewer": "Wren Examplar", "credentials": ["licensed-professional-counselor"], "reviewedOn": "2024-06-20"},
      "publishedOn": "2024-06-24",
      "updatedOn": "2024-06-24",
      "sources": [{"title": "A study", "publisher": "A journal", "url": "https://example.org/study"}],
      "callToAction": {"heading": "Find a provider", "body": "Talk to somebody who offers this."}
    }
  ]
}</code></pre>
<p>The order within some lists has a meaning. The first credential is the one that a provider is listed under. The first location is the main
address. The first conditions are what the provider treats most; the summary sentence tells the first three.</p>
<p>These fields are derived and never stand in a file: <code>label</code>, <code>summary</code>, <code>yearsInPractice</code>, <code>readingMinutes</code>, <code>anchor</code>, <code>profileUrl</code>,
<code>url</code>, <code>crisisResources</code>, <code>updatedAt</code>.</p>
<p>Locations, licences and sections have an <code>id</code>, which an export gives. A file need not: a member that is there already keeps its id, found by what it says or
by as much of it as still holds, and a new one gets one. Ids are not part of what an import compares.</p>
<p>A <code>medicalReview</code> in a file is held against the text. With the <code>fingerprint</code> that an export has, it is of the text with that fingerprint, and stale where
the file has another one. Without, it is of the text in the file where the article is new, had no review, or had one of an earlier day. Else it stays the
review of the text that it was of before: an import that changes a reviewed article makes its review stale. Reviews that earlier releases stored have no
fingerprint; they are taken to be of the text that is stored with them, unless they were stale.</p>
<h2 id="ndjson">NDJSON</h2>
<p>The same, one document a line, with its <code>type</code> first. Blank lines are passed over. Use it for large files: they are read line by line.</p>
<pre tabindex="0"><code>{"type": "condition", "slug": "grief", "name": "Grief"}
{"type": "provider", "slug": "sorrel-examplar", "kind": "INDIVIDUAL", "name": "Sorrel Examplar", "conditions": ["grief"]}</code></pre>
<p>The types are <code>credential</code>, <code>condition</code>, <code>treatment</code>, <code>provider</code>, <code>article</code>. A line may be 16 MB long. A table of providers in CSV can be imported, too. The program tells the forms apart by itself.</p>
<h2 id="import">Import</h2>
<pre tabindex="0"><code>findcare import directory.json</code></pre>
<p>The program checks the whole file, then writes, and says what it did:</p>
<pre tabindex="0"><code>55 created, 0 changed, 0 unchanged</code></pre>
<ul>
<li>New providers that look like ones that were there before are listed, at most 20, each with the reason: <code>wren-q looks like wren: the same name and place</code>. Nothing is merged. <code>--dry-run</code> lists them before anything is written.</li>
<li>Importing the same file twice changes nothing: all documents are unchanged.</li>
<li>A document that is in the database already is replaced as a whole: a field that the file leaves out is then absent, but for <code>formerSlugs</code>, since no
import takes an address away. So a provider without <code>&quot;status&quot;: &quot;RETIRED&quot;</code> is listed again. <code>--dry-run</code> lists what would be emptied. <a href="#a-table-of-providers">A table</a> replaces what it has columns for.</li>
<li>A document whose slug the file changes is found by the one that it had before, too.</li>
<li>The history of a document tells imports: <code>by</code> is <code>import</code>, or <code>import nppes</code> and the like for those of a registry.</li>
<li>A document that the file does not have stays as it is. Import never deletes. To remove documents, export, take them out of the file, and
import that into a new folder or database.</li>
<li>A file may hold a part of the directory. It may refer to documents that are only in the database.</li>
<li><code>-</code> as the file&#39;s name reads standard input.</li>
<li>Servers on a separate database show the changes within moments; with the embedded engine, the server shows them when it is started.</li>
</ul>
<p>With the embedded engine, import while no server uses the folder:</p>
<pre tabindex="0"><code>findcare import --data DIR - &lt; directory.json
findcare import --data DIR directory.json</code></pre>
<pre tabindex="0"><code>0 created, 0 changed, 55 unchanged</code></pre>
<h2 id="a-table-of-providers">A table of providers</h2>
<p>CSV has a provider a row, and no more columns than are to change. Of a provider that is there already, what the file has no column
for stays as it is. An empty cell empties; <code>--dry-run</code> lists what would be emptied:</p>
<pre tabindex="0"><code>printf 'slug,kind,name,pronouns,languages\\nplover-examplar,INDIVIDUAL,Plover Examplar,she/her,English; Spanish\\n' > providers.csv
findcare import providers.csv
printf 'Slug;Kind;Name;Pronouns\\r\\nplover-examplar;INDIVIDUAL;Plover B. Examplar;\\r\\n;;;\\r\\n' > names.csv
findcare import --dry-run names.csv</code></pre>
<pre tabindex="0"><code>1 created, 0 changed, 0 unchanged
provider plover-examplar: would be emptied: pronouns
0 created, 1 changed, 0 unchanged</code></pre>
<p>With <code>--replace</code>, providers are replaced as a whole: what the file has no column for is emptied, too.</p>
<pre tabindex="0"><code>printf 'slug,kind,name,pronouns,languages\\nplover-examplar,INDIVIDUAL,Plover Examplar,she/her,English; Spanish\\n' > providers.csv
findcare import providers.csv
printf 'slug,kind,name,shoeSize\\nplover-examplar,INDIVIDUAL,Plover Examplar,7\\n' > names.csv
findcare import names.csv
findcare import --replace --dry-run names.csv</code></pre>
<pre tabindex="0"><code>names.csv: the column "shoeSize" is not one of a provider and is ignored
0 created, 0 changed, 1 unchanged
names.csv: the column "shoeSize" is not one of a provider and is ignored
provider plover-examplar: would be emptied: pronouns, languages
0 created, 1 changed, 0 unchanged</code></pre>
<p>An export that was opened in a spreadsheet and saved as CSV changes nothing but what somebody has changed in it. These come through:</p>
<ul>
<li>semicolons, tabs or bars between the cells, and a first line <code>sep=;</code>; UTF-8, UTF-16 (&quot;Unicode text&quot;) and Windows-1252;</li>
<li>names of columns in any case, and with spaces; columns that no provider has, which are named and passed over; rows and columns with nothing in them;</li>
<li>days such as <code>10/9/2026</code>, month first; ZIP codes that have lost their zero, where the state has such; <code>1234567893.0</code> and <code>&#39;02134</code>;</li>
<li><code>$1,250.00</code> and <code>1.250,00</code> as whole numbers, <code>42,97</code> as degrees, <code>TRUE</code>, <code>WAHR</code> and the like.</li>
</ul>
<p>A workbook (<code>.xlsx</code>, <code>.ods</code>) has to be saved as CSV first. A spreadsheet that shows an NPI as <code>1.23E+09</code> writes it so, and the number is lost: such a cell
is an error. So is a column that stands twice, and text in a column without a name. A row with fewer cells than the first line is not read as one whose
last cells are empty.</p>
<h2 id="errors">Errors</h2>
<p>Where anything is wrong, nothing is written, and the exit status is 1. Each error is one line: the file, the place, the value, the rule.
The place is a JSON pointer, counted from 0: <code>/providers/0/npi</code> is the <code>npi</code> of the first provider. Take this file:</p>
<pre tabindex="0"><code>{
  "conditions": [{"slug": "grief", "name": "Grief"}],
  "providers": [
    {
      "slug": "juniper-examplar",
      "npi": "1234567890",
      "kind": "INDIVIDUAL",
      "name": "Juniper Examplar",
      "locations": [{"city": "Flint", "state": "Wisconsin", "stateCode": "MI"}],
      "conditions": ["greif"]
    }
  ]
}</code></pre>
<pre tabindex="0"><code>findcare: directory.json: /providers/0/npi: "1234567890" must be ten digits, the last of them the check digit of the others
directory.json: /providers/0/locations/0/state: "Wisconsin" must be the name of the state MI, "Michigan"
directory.json: /providers/0/conditions/0: "greif" must be the slug or id of a condition that exists
nothing was imported</code></pre>
<p>In NDJSON the place is the line and the pointer within it:</p>
<pre tabindex="0"><code>{"type": "condition", "slug": "grief", "name": "Grief"}
{"type": "condition", "slug": "Burn Out", "name": "Burnout"}</code></pre>
<pre tabindex="0"><code>findcare: directory.ndjson:2: /slug: "Burn Out" must be lower-case letters and digits in groups joined by single hyphens, at most 120 in all
nothing was imported</code></pre>
<p>At most 50 errors are told at once. A field that does not exist, or that has a value of another type, is told before the other rules of its
document are looked at: there may be more once it is mended.</p>
<h2 id="ids-and-slugs">Ids and slugs</h2>
<p>The <strong>slug</strong> names a document in addresses: lower-case letters and digits, in groups joined by single hyphens, at most 120 characters.
It is required, and unique among documents of its kind.</p>
<p>The <strong>id</strong> never changes. A file need not give it: it follows from the kind and the slug, and is the same in every database. A given id must be the
kind&#39;s prefix (<code>crd_</code>, <code>cnd_</code>, <code>trt_</code>, <code>prv_</code>, <code>art_</code>) and 26 of the characters 0-9 and a-z.</p>
<p>To rename a document, that is, to change its slug, give its id beside the new slug. Without the id, the new slug makes a new document, and the old one stays.
An id is had from the API:</p>
<pre tabindex="0"><code>{
  provider(by: { slug: "alder-fictionado" }) { id }
}</code></pre>
<p>References may be ids instead of slugs.</p>
<h2 id="rules">Rules</h2>
<p>For all documents:</p>
<ul>
<li>No unknown fields, and no field twice.</li>
<li>Spaces at both ends of a text are taken off. A required text must not be blank.</li>
<li>No reference, format, age group, language, insurance or other name is listed twice in the same list.</li>
<li>What is referred to must exist, in the file or in the database, and be of the right kind.</li>
<li>Dates are calendar dates such as <code>2024-06-24</code>.</li>
<li><code>languageServices</code>, <code>accessibility</code>, <code>identities</code> and <code>populations</code> tell &quot;none&quot; from &quot;not said&quot;: an empty list is the former, and a
list that is left out or null the latter.</li>
</ul>
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Document</th><th scope="col">Field</th><th scope="col">Rule</th></tr></thead><tbody><tr><td>credential, condition, treatment</td><td><code>name</code></td><td>Required. At most 200 characters.</td></tr>
<tr><td></td><td><code>abbreviation</code></td><td>At most 20 characters.</td></tr>
<tr><td>condition, treatment</td><td><code>description</code></td><td>At most 5000 characters.</td></tr>
<tr><td></td><td><code>alsoKnownAs</code></td><td>Each at most 200 characters.</td></tr>
<tr><td>treatment</td><td><code>conditions</code></td><td>Conditions that it is used for.</td></tr>
<tr><td>insurer</td><td><code>name</code>, <code>alsoKnownAs</code></td><td>At most 120 characters, as of <code>insurances</code>. The name is required.</td></tr>
<tr><td>provider</td><td><code>npi</code></td><td>Ten digits that start with 1 or 2; the last is the check digit. Unique.</td></tr>
<tr><td></td><td><code>kind</code></td><td>Required. <code>INDIVIDUAL</code> or <code>ORGANIZATION</code>.</td></tr>
<tr><td></td><td><code>status</code></td><td><code>RETIRED</code> where the public does not see the provider, else <code>ACTIVE</code>, which may be left out.</td></tr>
<tr><td></td><td><code>name</code></td><td>Required. At most 200 characters.</td></tr>
<tr><td></td><td><code>pronouns</code></td><td>At most 40 characters.</td></tr>
<tr><td></td><td><code>credentials</code>, <code>conditions</code>, <code>treatments</code></td><td>References.</td></tr>
<tr><td></td><td><code>licenses</code></td><td><code>credential</code> and <code>state</code> are required; <code>number</code> has at most 60 characters.</td></tr>
<tr><td></td><td><code>worksFor</code></td><td>Of a person only: at most 20 organizations of the directory. See <a href="#who-works-where">who works where</a>.</td></tr>
<tr><td></td><td><code>practicingSince</code></td><td>A year from 1900 to this one.</td></tr>
<tr><td></td><td><code>statement</code></td><td>At most 5000 characters. Shown as it stands.</td></tr>
<tr><td></td><td><code>sessionFormats</code></td><td><code>IN_PERSON</code>, <code>VIDEO</code>, <code>PHONE</code>.</td></tr>
<tr><td></td><td><code>ageGroups</code></td><td><code>CHILDREN</code>, <code>TEENS</code>, <code>ADULTS</code>, <code>OLDER_ADULTS</code>.</td></tr>
<tr><td></td><td><code>languages</code></td><td>English names (<code>Spanish</code>) or BCP 47 tags (<code>es</code>). Stored as English names.</td></tr>
<tr><td></td><td><code>insurances</code></td><td>Each at most 120 characters. What names an insurer is stored by its name, once; what names none, as it is.</td></tr>
<tr><td></td><td><code>coverage</code></td><td><code>insurer</code> is required, a reference. <code>plan</code> has at most 120 characters, and each plan of an insurer stands there once. <code>network</code> is <code>IN_NETWORK</code> or <code>OUT_OF_NETWORK</code>, <code>source</code> is <code>PROVIDER</code>, <code>EDITOR</code>, <code>REGISTRY</code> or <code>INSURER</code>, and <code>asOf</code> is not in the future.</td></tr>
<tr><td></td><td><code>sessionFee</code></td><td><code>currency</code> of ISO 4217; whole amounts from 0 to 100000; <code>minimum</code> not above <code>maximum</code>.</td></tr>
<tr><td></td><td><code>confirmedOn</code></td><td>Not in the future.</td></tr>
<tr><td></td><td><code>otherNames</code></td><td>Each at most 200 characters. Names that an organization does business as, former and professional names.</td></tr>
<tr><td></td><td><code>website</code>, <code>bookingUrl</code></td><td>The address of a web page; <code>https://</code> is added where nothing is said. The name must end in a public suffix.</td></tr>
<tr><td></td><td><code>email</code></td><td>An email address.</td></tr>
<tr><td></td><td><code>phones</code></td><td>At most 20, each with <code>purpose</code> (<code>MAIN</code>, <code>INTAKE</code>, <code>FAX</code>, <code>TTY</code>), <code>number</code> and, if there is one, <code>extension</code> (1 to 8 digits). For numbers beside those of the locations; a location&#39;s number is repeated here if it has an extension.</td></tr>
<tr><td></td><td><code>hours</code></td><td><code>timeZone</code> of the IANA database (<code>America/Detroit</code>), <code>weekly</code> with 1 to 28 times <code>day</code>, <code>opens</code> and <code>closes</code> (<code>HH:MM</code>; <code>24:00</code> is the end of the day; no overlaps), <code>note</code> of at most 200 characters.</td></tr>
<tr><td></td><td><code>languageSkills</code></td><td><code>language</code>, one of <code>languages</code>, and <code>proficiency</code>: <code>ELEMENTARY</code>, <code>LIMITED_WORKING</code>, <code>PROFESSIONAL</code>, <code>ADVANCED</code>, <code>NATIVE</code>.</td></tr>
<tr><td></td><td><code>languageServices</code></td><td><code>AMERICAN_SIGN_LANGUAGE</code>, <code>INTERPRETERS</code>.</td></tr>
<tr><td></td><td><code>accessibility</code></td><td><code>WHEELCHAIR_ENTRANCE</code>, <code>EXAM_ROOM</code>, <code>RESTROOM</code>, <code>PARKING</code>, <code>PUBLIC_TRANSIT</code>, <code>SENSORY</code>.</td></tr>
<tr><td></td><td><code>gender</code></td><td><code>WOMAN</code>, <code>MAN</code>, <code>NONBINARY</code>, as the provider says. Never enter a guess.</td></tr>
<tr><td></td><td><code>identities</code>, <code>faith</code></td><td>The provider&#39;s own words, at most 60 characters each. Never enter a guess.</td></tr>
<tr><td></td><td><code>populations</code></td><td><code>LGBTQ</code>, <code>TRANSGENDER</code>, <code>VETERANS</code>, <code>MILITARY_FAMILIES</code>, <code>FIRST_RESPONDERS</code>, <code>COUPLES</code>, <code>FAMILIES</code>, <code>PREGNANT_AND_NEW_PARENTS</code>, <code>DEAF_AND_HARD_OF_HEARING</code>, <code>PEOPLE_WITH_DISABILITIES</code>, <code>NEURODIVERGENT</code>, <code>IMMIGRANTS_AND_REFUGEES</code>, <code>STUDENTS</code>, <code>JUSTICE_INVOLVED</code>.</td></tr>
<tr><td></td><td><code>freeConsultation</code>, <code>prescribes</code></td><td><code>true</code> or <code>false</code>; leave them out where the provider has not said.</td></tr>
<tr><td></td><td><code>availability</code></td><td><code>hasOpenings</code>, <code>waitingWeeks</code> from 0 to 104 if known, <code>asOf</code>: the day on which the provider said so, not in the future.</td></tr>
<tr><td></td><td><code>npiRecord</code>, <code>imported</code></td><td>Written by imports of registries, see data.md. Leave them as an export has them.</td></tr>
<tr><td>location, licence, section</td><td><code>id</code></td><td><code>loc_</code>, <code>lic_</code> or <code>sec_</code> and 13 of the characters 0-9 and a-z. Leave it as an export has it, or leave it out.</td></tr>
<tr><td>location</td><td><code>street</code>, <code>city</code></td><td>At most 200 and 100 characters. <code>city</code> is required.</td></tr>
<tr><td></td><td><code>state</code>, <code>stateCode</code></td><td>A state of the USA: full name and two capital letters. One is enough; given both, they must agree.</td></tr>
<tr><td></td><td><code>postalCode</code></td><td>ZIP (<code>48507</code>) or ZIP+4 (<code>48507-1234</code>).</td></tr>
<tr><td></td><td><code>phone</code></td><td>A number that can be dialled, with area code, in any spelling. Stored in E.164 (<code>+18105550123</code>).</td></tr>
<tr><td></td><td><code>latitude</code>, <code>longitude</code></td><td>Both or neither. From -90 to 90, from -180 to 180.</td></tr>
<tr><td>article</td><td><code>title</code>, <code>author</code></td><td>Required. At most 200 characters.</td></tr>
<tr><td></td><td><code>topic</code></td><td>Required. Exactly one of <code>treatment</code>, <code>condition</code>, <code>credential</code>, <code>insurer</code>.</td></tr>
<tr><td></td><td><code>lead</code></td><td>Required. Markdown, at most 5000 characters.</td></tr>
<tr><td></td><td><code>sections</code></td><td>At most 4 levels deep.</td></tr>
<tr><td></td><td><code>heading</code> of a section</td><td>Required. At most 200 characters. Must have a letter or a digit. Two headings of an article must not make the same anchor.</td></tr>
<tr><td></td><td><code>body</code> of a section</td><td>Markdown, at most 50000 characters.</td></tr>
<tr><td></td><td><code>medicalReview</code></td><td><code>reviewer</code> is required, at most 200 characters. <code>reviewedOn</code> is required and not in the future. <code>fingerprint</code> and <code>stale</code> are written by the server: leave them as an export has them. Exports leave out who signed (<code>signature</code>); importing one again keeps it.</td></tr>
<tr><td></td><td><code>publishedOn</code>, <code>updatedOn</code></td><td>Required. Not in the future. Updated not before published.</td></tr>
<tr><td></td><td><code>sources</code></td><td><code>title</code> is required, at most 500 characters. <code>publisher</code> has at most 200. <code>url</code> starts with <code>https://</code> or <code>http://</code>.</td></tr>
<tr><td></td><td><code>callToAction</code></td><td><code>heading</code> and <code>body</code> are required, at most 200 and 2000 characters.</td></tr></tbody></table></div>
<p>In Markdown, HTML tags are taken out when an article is shown as HTML. Links may be <code>https:</code>, <code>http:</code>, <code>mailto:</code> and <code>tel:</code>.
An image must have a text (<code>![text](https://images.example/lamp.jpg)</code>), also in an import. It is shown if it is of <a href="#tables-and-images">a host that the operator has named</a>, and is
otherwise its text.</p>
<h2 id="export">Export</h2>
<pre tabindex="0"><code>findcare export --output directory.json
findcare export --format ndjson --output directory.ndjson</code></pre>
<p>An export is sorted by kind and slug. The same directory always gives the same bytes, so two exports can be compared with <code>diff</code>.
References are slugs. An id stands in an export only where it does not follow from the slug, that is, after a renaming.
Importing an export changes nothing. Articles that are not published, and providers that are retired, are in it with <code>--unpublished</code> only.</p>
<p>data.md tells of exports as CSV, for spreadsheets, and as FHIR.</p>
`,i=[{id:`editing-through-the-api`,text:`Editing through the API`},{id:`the-directory-format`,text:`The directory format`},{id:`ndjson`,text:`NDJSON`},{id:`import`,text:`Import`},{id:`a-table-of-providers`,text:`A table of providers`},{id:`errors`,text:`Errors`},{id:`ids-and-slugs`,text:`Ids and slugs`},{id:`rules`,text:`Rules`},{id:`export`,text:`Export`}];function a(){return e(t,{title:`Help`,children:e(`div`,{class:`help`,children:[e(`nav`,{class:`panel`,"aria-label":`On this page`,children:e(`ul`,{children:i.map(({id:t,text:r})=>e(`li`,{children:e(`a`,{href:`#${t}`,children:e(n,{html:r,inline:!0})})},t))})}),e(n,{class:`text`,html:r})]})})}export{a as default};