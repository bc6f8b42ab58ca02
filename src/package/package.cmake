# Debian packages, by `cpack -G DEB` in the build folder: lede, and liblede-dev for those who build on the library.
set(CPACK_PACKAGE_NAME lede)
set(CPACK_PACKAGE_VENDOR "lede")
set(CPACK_PACKAGE_CONTACT "The lede developers <lede@example.org>")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program library)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS OFF)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/src/package/debian_files.cmake)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME lede)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
# CPack puts the first line, which both share, before these.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "writes what news articles say as an RDF knowledge graph")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"lede finds people, organisations, works, places and events in news articles,
and what is said of them, each fact with the sentence that says so. It reads
text, HTML and JSON Lines, writes Turtle, TriG, N-Triples and N-Quads, and
needs neither network nor graphics card.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME liblede-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "lede (= ${PROJECT_VERSION}-1), libserd-dev, libxml2-dev, libzstd-dev, libutf8proc-dev, libxxhash-dev, zlib1g-dev, libcurl4-openssl-dev")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
"Headers and the static library of lede, with packages for CMake and
pkg-config. The models and the ontology are in the package lede.")
include(CPack)
