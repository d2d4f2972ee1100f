/**
 * The markup that a cell may show. Everything else is dropped: there is no list of dangers to keep up with, only this
 * list of what is harmless.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

export const svgTags = words(`svg g path line polyline polygon rect circle ellipse text tspan title desc defs
  clipPath mask pattern marker symbol use linearGradient radialGradient stop image`);

export const htmlTags =
  words(`div span p b i em strong u s small sub sup code pre kbd samp var br hr wbr h1 h2 h3 h4
  h5 h6 ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td blockquote q abbr cite dfn time mark
  figure figcaption details summary ins del ruby rt rp section article header footer aside a img`);

/** Attributes whose value cannot load, run or lead anywhere, whatever it is. */
export const plainAttributes =
  words(`lang dir title colspan rowspan scope datetime open start reversed span alt
  aria-label aria-description aria-hidden role width height viewBox preserveAspectRatio transform d x y x1 y1 x2 y2
  cx cy r rx ry fx fy dx dy rotate points offset pathLength textLength lengthAdjust gradientUnits gradientTransform
  spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits markerUnits
  markerWidth markerHeight refX refY orient`);

/** Presentation: as SVG attributes and as CSS properties. Values are checked by `safeValue`. */
export const presentation =
  words(`fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray
  stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity color paint-order vector-effect
  shape-rendering image-rendering text-rendering mix-blend-mode visibility display overflow clip-path clip-rule mask
  marker-start marker-mid marker-end font-family font-size font-style font-variant font-weight font-feature-settings
  letter-spacing word-spacing line-height text-anchor text-align text-decoration dominant-baseline alignment-baseline
  baseline-shift stop-color stop-opacity writing-mode white-space`);

/** Further CSS properties, for HTML. Nothing that leaves the output's own box. */
export const styleProperties =
  words(`background-color border border-color border-style border-width border-radius
  border-top border-right border-bottom border-left border-collapse padding padding-top padding-right padding-bottom
  padding-left margin margin-top margin-right margin-bottom margin-left width height min-width max-width min-height
  max-height columns column-gap row-gap gap grid-template-columns flex flex-wrap align-items justify-content
  vertical-align text-transform list-style-type background`);

/** CSS functions that fetch or read something, and escapes that could hide one. */
const dangerous =
  /(?:url|src|image|image-set|cross-fade|element|paint|attr|expression)\s*\(|[\\@<]|javascript:|\/\*/i;

/** True for a value that only describes how things look. */
export const safeValue = (value: string): boolean => value.length < 2000 && !dangerous.test(value);

/** Pictures inside the document; SVG is not among them because it can hold more than a picture. */
export const safeImage = (value: string): boolean =>
  /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$/i.test(value);
