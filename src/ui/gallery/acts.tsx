import { Button, ButtonLink, IconButton } from '../actions/button.tsx';
import { Link } from '../actions/link.tsx';
import { Menu } from '../actions/menu.tsx';
import { PrintButton } from '../actions/print-button.tsx';
import { Icon } from '../icons/icon.tsx';
import { type IconName, paths } from '../icons/paths.ts';
import { Specimen } from './specimen.tsx';

/** Buttons, links and icons. */
export function Acts() {
  return (
    <>
      <Specimen id="buttons" name="Buttons" from="actions/button.tsx">
        <div className="row">
          <Button kind="main">Submit this ballot</Button>
          <Button>Save as draft</Button>
          <Button kind="quiet">Cancel</Button>
          <Button kind="danger">Withdraw the entry</Button>
        </div>
        <div className="row gap-t">
          <button type="submit" className="btn btn--main" aria-busy="true">
            Submitting
          </button>
          <Button unavailable="why">Not possible yet</Button>
          <ButtonLink size="small" icon="download" to="#buttons">
            CSV
          </ButtonLink>
          <IconButton icon="search" label="Search" />
          <PrintButton>Print</PrintButton>
          <ButtonLink kind="main" size="large" to="#buttons">
            Start an entry
          </ButtonLink>
        </div>
        <p className="t-sm soft gap-t" id="why">
          A button that cannot work says why beside it, and stays reachable: two marks are missing, Craft and Evidence.
        </p>
      </Specimen>
      <Specimen id="menu" name="Menus" from="actions/menu.tsx">
        <div className="list-tools__menus">
          <Menu label="Columns" group="gallery">
            <p className="soft">A small form, or a few links. It opens without a script.</p>
            <div className="row">
              <Button size="small">Show these columns</Button>
            </div>
          </Menu>
          <Menu label="Download" icon="download" group="gallery" end>
            <ButtonLink size="small" to="#menu">
              CSV
            </ButtonLink>
          </Menu>
        </div>
      </Specimen>
      <Specimen id="links" name="Links" from="actions/link.tsx">
        <p className="row gap-wide">
          <Link to="#links">Read the rule</Link>
          <Link kind="go" to="#links">
            Add the dates to a calendar
          </Link>
          <Link kind="plain" to="#links">
            A whole line that leads somewhere
          </Link>
          <Link kind="small" to="#links">
            A link of caption size
          </Link>
        </p>
      </Specimen>
      <Specimen id="icons" name="Icons" from="icons/icon.tsx">
        <ul className="icon-list t-sm soft">
          {(Object.keys(paths) as IconName[]).map((name) => (
            <li key={name}>
              <Icon is={name} /> {name}
            </li>
          ))}
        </ul>
      </Specimen>
    </>
  );
}
