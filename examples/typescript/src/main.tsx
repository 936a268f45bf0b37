import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import { DirectoryChanged } from "findcare-client";
import { client } from "./client";
import { Profile } from "./Profile";
import { Search } from "./Search";

/** The search, or the provider whose slug is in the address. What is shown is read again after each change of the directory. */
function Page() {
  const [slug, setSlug] = useState(location.hash.slice(1));
  const [version, setVersion] = useState("");
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener("hashchange", () => setSlug(location.hash.slice(1)), { signal });
    const follow = async () => {
      for await (const { directoryChanged } of client.subscribe(DirectoryChanged, {}, { signal })) setVersion(directoryChanged.version);
    };
    follow().catch(console.error);
    return () => stop.abort();
  }, []);
  return slug ? <Profile slug={slug} version={version} /> : <Search version={version} />;
}

render(<Page />, document.getElementById("root")!);
