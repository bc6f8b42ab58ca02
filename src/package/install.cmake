# What `cmake --install` puts where. Two components: the program with its data and manuals, and the library for those who build on it.
include(CMakePackageConfigHelpers)

# All layers in one archive, so that a linker needs to be told of one; the layers themselves stay as they are in the build.
set(objects)
set(headers ${CMAKE_SOURCE_DIR}/src/lede/lede.hpp)
foreach(layer ${lede_layers})
    file(GLOB layer_headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/lede/${layer}/*.hpp)
    list(APPEND headers ${layer_headers})
    get_target_property(kind lede_${layer} TYPE)
    if(NOT kind STREQUAL "INTERFACE_LIBRARY")
        list(APPEND objects $<TARGET_OBJECTS:lede_${layer}>)
    endif()
endforeach()
add_library(lede_library STATIC ${objects})
set_target_properties(lede_library PROPERTIES OUTPUT_NAME lede EXPORT_NAME lede LINKER_LANGUAGE CXX)
target_sources(lede_library PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR}/src FILES ${headers})
target_compile_features(lede_library PUBLIC cxx_std_20)
# The headers that users need include none of these packages, so they are for the linker alone.
target_link_libraries(lede_library PRIVATE ${lede_link_packages})

# Man pages and completions are written by the program itself.
set(manuals ${CMAKE_BINARY_DIR}/manuals)
add_custom_command(OUTPUT ${manuals}/written DEPENDS lede VERBATIM COMMENT "Writing man pages and completions"
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${manuals}
    COMMAND lede manuals ${manuals}
    COMMAND ${CMAKE_COMMAND} -E touch ${manuals}/written)
add_custom_target(lede_manuals ALL DEPENDS ${manuals}/written)

install(TARGETS lede RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(DIRECTORY src/data/english DESTINATION ${CMAKE_INSTALL_DATADIR}/lede COMPONENT program PATTERN articles EXCLUDE)
install(DIRECTORY ontology DESTINATION ${CMAKE_INSTALL_DATADIR}/lede COMPONENT program)
install(DIRECTORY ${manuals}/man/man1 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT program)
foreach(shell bash-completion zsh fish)
    install(DIRECTORY ${manuals}/${shell} DESTINATION ${CMAKE_INSTALL_DATADIR} COMPONENT program)
endforeach()

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/lede)
install(TARGETS lede_library EXPORT lede ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
install(EXPORT lede FILE lede-targets.cmake NAMESPACE lede:: DESTINATION ${package_folder} COMPONENT library)
configure_package_config_file(src/package/lede-config.cmake.in lede-config.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(lede-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/lede-config.cmake ${CMAKE_BINARY_DIR}/lede-config-version.cmake DESTINATION ${package_folder} COMPONENT library)

# Relative to the file's own place, so that the prefix may be moved.
file(RELATIVE_PATH up_from_pkgconfig /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(src/package/lede.pc.in lede.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/lede.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT library)
