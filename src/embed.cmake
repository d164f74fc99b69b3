# SPDX-License-Identifier: MIT
# esep_embed(TARGET <library> NAMESPACE <namespace> FUNCTION <name> HEADER <header> ROOT <folder> FILES <files…>)
# puts files into a library: an assembly file with .incbin and a table sorted by path. HEADER includes
# datafile/embedded.h and declares, in NAMESPACE, `std::span<const datafile::EmbeddedFile> <name>();`. The paths in
# the table are relative to ROOT. A changed file is embedded anew; glob FILES with CONFIGURE_DEPENDS for added ones.
# Fonts, for example:
#   esep_embed(TARGET esep_font NAMESPACE esep::font FUNCTION embedded_fonts HEADER font/embedded_fonts.h
#     ROOT /usr/share/fonts/truetype/noto FILES /usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf …)
function(esep_embed)
  cmake_parse_arguments(ARG "" "TARGET;NAMESPACE;FUNCTION;HEADER;ROOT" "FILES" ${ARGN})
  set(asm "\t.section .rodata\n")
  set(externs "")
  set(entries "")
  set(index 0)
  list(SORT ARG_FILES COMPARE STRING)
  foreach(file ${ARG_FILES})
    file(RELATIVE_PATH path ${ARG_ROOT} ${file})
    set(symbol "${ARG_TARGET}_${ARG_FUNCTION}_${index}")
    string(APPEND asm "\t.global ${symbol}\n\t.global ${symbol}_end\n${symbol}:\n\t.incbin \"${file}\"\n${symbol}_end:\n\t.byte 0\n")
    string(APPEND externs "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n")
    string(APPEND entries "      {\"${path}\", {${symbol}, static_cast<size_t>(${symbol}_end - ${symbol})}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND asm "\t.section .note.GNU-stack,\"\",@progbits\n")
  set(base ${CMAKE_CURRENT_BINARY_DIR}/embedded/${ARG_TARGET}_${ARG_FUNCTION})
  file(CONFIGURE OUTPUT ${base}.s CONTENT "${asm}" @ONLY)
  file(CONFIGURE OUTPUT ${base}.cpp CONTENT
"#include \"${ARG_HEADER}\"
#include <array>
${externs}
namespace ${ARG_NAMESPACE} {
std::span<const datafile::EmbeddedFile> ${ARG_FUNCTION}() {
  static const std::array<datafile::EmbeddedFile, ${index}> kFiles{{
${entries}  }};
  return kFiles;
}
}  // namespace ${ARG_NAMESPACE}
" @ONLY)
  set_source_files_properties(${base}.s PROPERTIES OBJECT_DEPENDS "${ARG_FILES}")
  target_sources(${ARG_TARGET} PRIVATE ${base}.s ${base}.cpp)
endfunction()
