#pragma once

#include <string_view>
#include <vector>

#include <lede/base/span.hpp>

namespace lede {

/// Text between quotation marks.
struct MarkedSpan {
    Span whole;          ///< bytes with the marks
    Span words;          ///< bytes without the marks and blanks at the ends
    bool closed = true;  ///< false if the paragraph ends before the closing mark
};

/// The spans between quotation marks “ ” „ “ " " ‘ ’ ' ' « » of one paragraph, which is the bytes `paragraph` of
/// `text`. Outermost marks only; apostrophes are told from closing marks by what stands around them. The last span may
/// lack its closing mark: it is a stray one, or the quotation goes on in the next paragraph. Time is linear in the
/// paragraph.
std::vector<MarkedSpan> find_marked_spans(std::string_view text, Span paragraph);

/// The paragraphs of a text, divided by blank lines.
std::vector<Span> find_paragraphs(std::string_view text);

}  // namespace lede
