import{n as e,t}from"./Page-paI5vWaA.js";import{t as n}from"./ServerHTML-Dx_9EjGk.js";var r=`<p>The desk is where the directory is kept: providers, articles, and the names of conditions, treatments, credentials and insurers. It is part of the
server. Add <code>/desk</code> to the address of the site, for example <a href="http://localhost:8080/desk" rel="noreferrer" target="_blank">http://localhost:8080/desk</a>. Any browser of today will do, on a phone, too.</p>
<p>Nothing that you type is public before you say so, and nothing is lost: what you type is saved by itself as a <strong>working copy</strong>, which only those who can
sign in see. Publishing makes it public. Every publication can be undone.</p>
<p>This page is also under <em>Help</em> in the desk. Whoever writes programs finds the same in editing-api.md.</p>
<h2 id="sign-in">Sign in</h2>
<p>You need a token, which is a long password. An administrator makes one for you (<a href="#make-a-token">how</a>). Paste it into the field, and press <em>Sign in</em>. If your
organization has a sign-in of its own, there is a button for it above the field; then you need no token.</p>
<p>You stay signed in for as long as the tab is open. Who does nothing for half an hour is signed out, and finds everything as it was after signing in again.</p>
<h2 id="see-what-waits-for-you">See what waits for you</h2>
<p>The desk opens with three columns: what waits for you, what is overdue, and what failed or is to be published by itself. Each heading leads to the whole list.
<em>findcare desk</em> at the top, or the keys <code>g</code> and then <code>h</code>, bring you back from anywhere.</p>
<h2 id="find-a-provider-or-an-article">Find a provider or an article</h2>
<p>Choose <em>Providers</em> or <em>Articles</em>. Type into <em>Search</em> what you would type on the site: a name, a town, a condition, a phone number. The list finds what the
public finds, as you type. <em>Show</em> chooses what to look through: those that nobody has confirmed lately, those with a working copy, those that readers
reported, those that look like another one, those that are retired. <em>Filters</em> narrows the list by state, language and much else. <em>Columns</em> chooses what is
shown.</p>
<p>The address of the page holds all of it: send it to a colleague, and they see the same list.</p>
<h2 id="correct-a-phone-number">Correct a phone number</h2>
<ol>
<li>Find the provider, and open it.</li>
<li>Change the number, in whatever way you write it. After a moment, the top of the page says <em>All is saved</em>. The public still sees the old number.</li>
<li>Press <em>Publish now</em>. Everybody sees the new number.</li>
</ol>
<p>Did you mistype it? Press <em>Undo</em> beside the message: the entry is as it was before.</p>
<h2 id="add-a-provider">Add a provider</h2>
<ol>
<li>Choose <em>Providers</em> and then <em>New provider</em>.</li>
<li>Fill in the name, whether it is a person or an organization, and what you know. Nothing else is needed. Add locations and licences one by one. For
conditions, treatments and the like, type the first letters, and choose.</li>
<li>Press <em>Publish now</em>. If something is missing or cannot be right, the page says what, and leads you to the field.</li>
</ol>
<p>You may stop in the middle: it is kept as a working copy, and is among <em>My working copies</em> on the front page.</p>
<h2 id="write-an-article">Write an article</h2>
<ol>
<li>Choose <em>Articles</em> and then <em>New article</em>.</li>
<li>Give it a title, say what it is about, and write. Texts are Markdown: the buttons above a text make it bold, a link, a list or a table for you, and
<em>Preview</em> beside them shows the text as it will look.</li>
<li>Add sections, move them up and down, and list your sources.</li>
</ol>
<p>The public sees nothing of it: no page, no search result, no count.</p>
<h2 id="show-it-to-somebody-before-it-is-public">Show it to somebody before it is public</h2>
<p>While there is a working copy, <em>Preview of the page</em> opens the page as it would be. A band at its top says that it is not public. The address is good for
an hour, for whoever has it: copy it, and send it to those who are to look at the text.</p>
<h2 id="have-it-reviewed">Have it reviewed</h2>
<p>Where a professional is to read the text before it is public, tell a reviewer. They open the article, read it, choose <em>Sign this text off</em>, and sign. If
they sign for somebody who does not use the desk, they give that name.</p>
<p>A review is of one very text. When the text changes, the page no longer says that it was reviewed, and the desk marks the article <em>Review of an earlier
text</em>. <em>What has changed since</em> shows the text that was signed beside the one that is there now. If you bring the signed text back, the review holds again.</p>
<p>Some servers are set up so that no text becomes public without a review by somebody else than its author. The desk then says so when you publish.</p>
<h2 id="publish-it-now-or-later">Publish it, now or later</h2>
<p><em>Publish now</em> makes it public at once. <em>Publish later</em> asks for a day and a time, in your own time zone: it is then published by itself, whether you are
there or not. The front page lists what is to be published, and what could not be, with the reason. If you change the text after that, the time no longer
holds, since it was said of another text. <em>Do not publish it then</em> takes the time away.</p>
<p><em>Unpublish</em> makes an article a draft again.</p>
<h2 id="undo-a-change-or-bring-back-an-earlier-text">Undo a change, or bring back an earlier text</h2>
<p><em>History</em>, at the top of a provider or an article, lists who changed what, and when. What was taken out is struck through, and what was added is
underlined. <em>Restore</em> beside a change makes the text of then the newest one. That is a change like any other: it can be undone in the same way.</p>
<h2 id="when-two-people-change-the-same-entry">When two people change the same entry</h2>
<p>Nobody&#39;s work is lost. If a colleague has saved something since you opened the page, and you have changed other fields, both are kept. Where both have
changed the same field, the desk shows both, and you choose: yours or theirs.</p>
<h2 id="update-many-at-once-from-a-spreadsheet">Update many at once from a spreadsheet</h2>
<p>Make a table with a provider in each row. Three columns must be there: <code>slug</code>, which is the last part of the address of the provider&#39;s page, <code>kind</code>, which
is <code>INDIVIDUAL</code> or <code>ORGANIZATION</code>, and <code>name</code>. The others are what is to change, for example <code>pronouns</code> or <code>website</code>. What the table has no column for
stays as it is. An empty cell empties. Save it as CSV. Whoever runs the server can give you such a table of all providers; data.md has all
columns.</p>
<ol>
<li>Choose <em>Imports</em>, and drop the file onto the page, or choose it.</li>
<li>The desk tries the file, and changes nothing. It says how many providers would be created and changed, what would be emptied, and each fault by its row.</li>
<li>Mend the faults in the spreadsheet, and choose the file again. If all is as you want it, press <em>Import it</em>.</li>
</ol>
<h2 id="retire-a-provider">Retire a provider</h2>
<p>Somebody has closed their practice: open the provider, and press <em>Retire</em>. Nobody but those who sign in sees the entry any more, and no import brings it
back. Nothing of it is lost. <em>Reinstate</em> lists it again; you find it with <em>Show: Retired</em>.</p>
<p>To retire many, choose them in the list by the boxes at the left, and then <em>Retire</em>. Each has its own result.</p>
<p><em>Delete</em> is for what should never have been there.</p>
<h2 id="find-out-who-needs-to-be-confirmed">Find out who needs to be confirmed</h2>
<p>An entry that nobody has confirmed for three months is marked <em>unconfirmed</em>, unless your server is set up for another time. <em>Unconfirmed providers</em> on the
front page leads to their list, with those at the top that were never confirmed, and then those whose confirmation is the oldest.</p>
<p>Call them. If all is right, open <em>Confirm that all is right</em>, say how you know, and press <em>Confirm today</em>. If something is wrong, correct it first.</p>
<h2 id="answer-a-reported-error">Answer a reported error</h2>
<p>Readers can report an error on the page of a provider. <em>Reports</em> lists what they wrote, the oldest first.</p>
<ol>
<li>Open the entry from the report, and correct it if the reader is right.</li>
<li>Go back to <em>Reports</em>, and press <em>Resolve</em>.</li>
</ol>
<p>Readers are not asked who they are, so there is nobody to write to.</p>
<h2 id="make-a-token">Make a token</h2>
<p>For administrators: choose <em>Tokens</em> and then <em>New token</em>. Give the name of the person, what they may do, and, if you like, the last day. The token is shown
once: copy it, and give it to them in a way that nobody else reads. <em>Revoke</em> ends a token at once.</p>
<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">Role</th><th scope="col">May</th></tr></thead><tbody><tr><td>Viewer</td><td>See everything at the desk, and change nothing.</td></tr>
<tr><td>Editor</td><td>Also save, publish, retire, delete and import.</td></tr>
<tr><td>Reviewer</td><td>Also sign off the text of an article.</td></tr>
<tr><td>Administrator</td><td>Also make and revoke tokens and webhooks.</td></tr></tbody></table></div>
<h2 id="tell-another-program-of-changes">Tell another program of changes</h2>
<p>For administrators: another program, such as a copy of the directory, can be told whenever something has changed. Choose <em>Webhooks</em> and then <em>New webhook</em>.
Say what it is for, and give the address of the program. A secret is shown once: copy it, and give it to whoever runs the program.</p>
<p><em>Send now</em> tells the program at once, to try it. Where it cannot be reached, the list says since when, why, and when it is told again. <em>Delete</em> ends it.</p>
<h2 id="work-without-a-mouse">Work without a mouse</h2>
<p>Everything can be done by keyboard. <code>Tab</code> goes from field to field, and <code>Enter</code> presses a button. Press <code>?</code> anywhere but in a field for a list of keys. In
a list, <code>j</code> and <code>k</code> go down and up, <code>x</code> selects, <code>Enter</code> opens, <code>/</code> goes to the search. <code>g</code> and then a letter goes to a page: <code>p</code> to the providers, <code>a</code> to
the articles, <code>w</code> to the working copies, <code>r</code> to the reports.</p>
`,i=[{id:`sign-in`,text:`Sign in`},{id:`see-what-waits-for-you`,text:`See what waits for you`},{id:`find-a-provider-or-an-article`,text:`Find a provider or an article`},{id:`correct-a-phone-number`,text:`Correct a phone number`},{id:`add-a-provider`,text:`Add a provider`},{id:`write-an-article`,text:`Write an article`},{id:`show-it-to-somebody-before-it-is-public`,text:`Show it to somebody before it is public`},{id:`have-it-reviewed`,text:`Have it reviewed`},{id:`publish-it-now-or-later`,text:`Publish it, now or later`},{id:`undo-a-change-or-bring-back-an-earlier-text`,text:`Undo a change, or bring back an earlier text`},{id:`when-two-people-change-the-same-entry`,text:`When two people change the same entry`},{id:`update-many-at-once-from-a-spreadsheet`,text:`Update many at once from a spreadsheet`},{id:`retire-a-provider`,text:`Retire a provider`},{id:`find-out-who-needs-to-be-confirmed`,text:`Find out who needs to be confirmed`},{id:`answer-a-reported-error`,text:`Answer a reported error`},{id:`make-a-token`,text:`Make a token`},{id:`tell-another-program-of-changes`,text:`Tell another program of changes`},{id:`work-without-a-mouse`,text:`Work without a mouse`}];function a(){return e(t,{title:`Help`,children:e(`div`,{class:`help`,children:[e(`nav`,{class:`panel`,"aria-label":`On this page`,children:e(`ul`,{children:i.map(({id:t,text:r})=>e(`li`,{children:e(`a`,{href:`#${t}`,children:e(n,{html:r,inline:!0})})},t))})}),e(n,{class:`text`,html:r})]})})}export{a as default};