import { Button } from '../actions/button.tsx';
import { File, FileDrop, Files } from '../forms/files.tsx';
import { SaveState } from '../saving/save-state.tsx';
import { Specimen } from './specimen.tsx';

/** Files and the state of saving. */
export function Uploads() {
  return (
    <>
      <Specimen id="file" name="Files" from="forms/files.tsx">
        <FileDrop name="files" label="Add files" hint="PDF, pictures, video, sheets. Up to 500 MB each, ten in all." multiple />
        <FileDrop
          name="proof"
          label="One file that proves it"
          optional="optional"
          hint="One file, up to 50 MB."
          choose="Choose from this device"
        />
        <Files>
          <File
            icon="file"
            name="Method and tables.pdf"
            act={
              <Button kind="quiet" size="small" more="Method and tables">
                Remove
              </Button>
            }
            state="1.1 MB · stored 13:41 · judges see it"
          />
          <File
            icon="video"
            name="One call.mp4"
            act={
              <Button kind="quiet" size="small" icon="pause" more="the upload of One call">
                Pause
              </Button>
            }
            progress={{ value: 38, max: 100, label: 'Upload of One call' }}
            state="116 of 305 MB · about 4 minutes"
          />
          <File
            icon="clock"
            name="Interview.mp4"
            act={
              <Button kind="quiet" size="small" more="with the upload of Interview">
                Go on
              </Button>
            }
            progress={{ value: 71, max: 100, label: 'Upload of Interview, waiting', waiting: true }}
            state="Waiting for the connection. Nothing is lost; it goes on from 71 %."
          />
          <File
            icon="file"
            name="logo.svg"
            refused="Refused"
            act={
              <Button size="small" more="file instead of logo">
                Choose another
              </Button>
            }
            state="An SVG can hold programs, so we do not take it. Save it as PNG or PDF."
          />
        </Files>
      </Specimen>
      <Specimen id="save" name="State of saving" from="saving/save-state.tsx">
        <p className="row gap-wide">
          <SaveState state="saved">Saved 14:02:11, version 38</SaveState>
          <SaveState state="saving">Saving</SaveState>
          <SaveState state="not-saved">Not saved since 14:01. Kept in this browser; trying again in 8 s</SaveState>
        </p>
      </Specimen>
    </>
  );
}
