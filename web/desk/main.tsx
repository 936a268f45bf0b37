import "./style.css";
import { render } from "preact";
import { Questions } from "./shell/Dialog";
import { Frame } from "./shell/Frame";
import { SignIn } from "./shell/SignIn";
import { Idle } from "./shell/idle";
import { Keys } from "./shell/keys";
import { startRouter } from "./shell/router";
import { person, resume } from "./shell/session";
import { Status } from "./shell/status";
import { useStore } from "./shell/store";

function Desk() {
  const who = useStore(person);
  return (
    <>
      {who ? (
        <>
          <Frame key={who.id} person={who} />
          <Keys />
          <Idle />
          <Questions />
        </>
      ) : (
        <SignIn />
      )}
      <Status />
    </>
  );
}

async function start() {
  await resume();
  startRouter();
  render(<Desk />, document.getElementById("desk")!);
}

void start();
