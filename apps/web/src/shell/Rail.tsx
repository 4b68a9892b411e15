import { Link, useLocation } from "react-router";
import { Mark } from "../components/Mark.tsx";
import { Tooltip } from "../components/Tooltip.tsx";
import { keysText } from "../keyboard/matching.ts";
import { paths } from "../paths.ts";
import { placeAt } from "./placeAt.ts";
import { places } from "./places.tsx";
import "./Shell.css";

/** The way around, on the left; icons alone when it is narrow. */
export function Rail() {
  const here = placeAt(useLocation().pathname);
  return (
    <nav aria-label="Main" className="s-rail">
      <Link to={paths.home()} className="s-brand" aria-label="Morrow, home">
        <Mark size={26} />
        <span className="s-brand-word">Morrow</span>
      </Link>
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
              <Link
                to={place.to}
                className="s-rail-link"
                aria-label={place.label}
                aria-current={place.to === here ? "page" : undefined}
              >
                {place.icon}
                <span className="s-rail-word">{place.label}</span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same places under the thumb. */
export function BottomBar() {
  const here = placeAt(useLocation().pathname);
  return (
    <nav aria-label="Main" className="s-bottom">
      {places.map((place) => (
        <Link
          key={place.to}
          to={place.to}
          className="s-bottom-link"
          aria-current={place.to === here ? "page" : undefined}
        >
          {place.icon}
          <span>{place.label}</span>
        </Link>
      ))}
    </nav>
  );
}
