import { NavLink } from "react-router";
import { Mark } from "../components/Mark.tsx";
import { Tooltip } from "../components/Tooltip.tsx";
import { keysText } from "../keyboard/matching.ts";
import { paths } from "../paths.ts";
import { places } from "./places.tsx";
import "./Shell.css";

/** The way around, on the left; icons alone when it is narrow. */
export function Rail() {
  return (
    <nav aria-label="Main" className="s-rail">
      <NavLink to={paths.home()} className="s-brand" aria-label="Morrow, home">
        <Mark size={26} />
        <span className="s-brand-word">Morrow</span>
      </NavLink>
      <ul className="s-rail-list">
        {places.map((place) => (
          <li key={place.to}>
            <Tooltip
              content={
                <>
                  {place.label}
                  <kbd>{keysText(place.keys, false)}</kbd>
                </>
              }
            >
              <NavLink to={place.to} end={place.to === "/"} className="s-rail-link" aria-label={place.label}>
                {place.icon}
                <span className="s-rail-word">{place.label}</span>
              </NavLink>
            </Tooltip>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same places under the thumb. */
export function BottomBar() {
  return (
    <nav aria-label="Main" className="s-bottom">
      {places.map((place) => (
        <NavLink key={place.to} to={place.to} end={place.to === "/"} className="s-bottom-link">
          {place.icon}
          <span>{place.label}</span>
        </NavLink>
      ))}
    </nav>
  );
}
