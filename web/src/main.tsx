import "./style.css";
import { render } from "preact";
import { useState } from "preact/hooks";
import { inlined } from "./client";
import { Combobox, destination, placeholder } from "./combobox";
import { Find } from "./find/Find";
import { learn } from "./find/values";
import type { CarePageQuery, FindQuery, ProfileQuery } from "./generated/operations";
import { type Point, Search, searchOf } from "./search";
import { mountBack, mountShare } from "./share";

/** The search box in the head of a page, which leads to the search page. */
function QuickSearch({ typed }: { typed: string }) {
  const [text, setText] = useState(typed);
  return (
    <Combobox
      name="q"
      label="Search for care"
      placeholder={placeholder}
      quiet
      value={text}
      onType={setText}
      onChoose={(suggestion) => {
        const to = destination(suggestion, new Search(new URLSearchParams()));
        location.assign(typeof to === "string" ? to : to.path);
      }}
    />
  );
}

function mount() {
  const box = document.getElementById("quick-search");
  if (box) render(<QuickSearch typed={box.querySelector("input")?.value ?? ""} />, box);

  switch (document.body.dataset.page) {
    case "care": {
      const article = inlined<CarePageQuery>()?.article;
      if (article) mountShare(article.title, article.url);
      break;
    }
    case "profile": {
      const provider = inlined<ProfileQuery>()?.provider;
      if (provider) mountShare(provider.name, provider.profileUrl);
      mountBack();
      break;
    }
    case "find": {
      const place = document.getElementById("find");
      const search = searchOf(location.search, (history.state as { point?: Point } | null)?.point);
      if (place) learn(place);
      const problem = place?.querySelector(".problem")?.textContent ?? "";
      if (place) render(<Find first={search} found={inlined<FindQuery>()?.providers} complaint={problem} />, place);
    }
  }
}

mount();
