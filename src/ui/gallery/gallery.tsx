export const handle = { js: true };
export default function Gallery() {
  return (
    <main id="main">
      <div className="wrap">
        <h1 className="display">Components</h1>
      </div>
    </main>
  );
}
