// @ts-check
"use strict";

// What this site does in the browser besides its theme: one classic script, run after the page has
// been read. It works from a file as well as from a server, and asks nobody for anything. Each part
// is a block of its own, so that no name leaks into another part or into the theme.
