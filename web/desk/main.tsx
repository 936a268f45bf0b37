import "./style.css";
import { render } from "preact";
import { Questions } from "./shell/Dialog";
import { Frame } from "./shell/Frame";
import { SignIn } from "./shell/SignIn";
import { startRouter } from "./shell/router";
import { person, resume } from "./shell/session";
import { Status } from "./shell/status";
import { useStore } from "./shell/store";

function Desk() {
  const who = useStore(person);
  return (
    <>
      {who ? <Frame key={who.id} person={who} /> : <SignIn />}
      <Questions />
      <Status />
    </>
  );
}

async function start() {
  startRouter();
  await resume();
  render(<Desk />, document.getElementById("desk")!);
}

void start();
