import { createRoot } from "react-dom/client";
import { Search } from "./Search.jsx";
import "./style.css";

createRoot(document.getElementById("root")).render(<Search />);
