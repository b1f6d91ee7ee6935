#include <sqlite3.h>

#include <cctype>
#include <string>

#include <fmt/format.h>

#include "store/implementation.h"

namespace steadfast {

namespace {

// The triggers of schema.cpp speak plainly; this makes their words a sentence.
std::string as_sentence(std::string words) {
  if (words.empty()) return words;
  words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
  if (words.back() != '.') words += '.';
  return words;
}

}  // namespace

Error closed_record() {
  return Error{"The record was deleted on request; open it again to record."};
}

Error explain(const SQLite::Exception& exception, const std::filesystem::path& file) {
  const std::string name = file.string();
  if (exception.getExtendedErrorCode() == SQLITE_CONSTRAINT_TRIGGER) {
    return Error{as_sentence(exception.what())};
  }
  switch (exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Error{"Another Steadfast window is using the record. Close it, or try again in a moment."};
    case SQLITE_FULL:
      return Error{fmt::format("The disk is full, so the record `{}` could not be written.", name)};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return Error{
          fmt::format("The record `{}` can be read but not written: the disk or its permissions do "
                      "not allow it.",
                      name)};
    case SQLITE_CANTOPEN:
      return Error{
          fmt::format("The record `{}` cannot be opened: the disk or the permissions of its folder do "
                      "not allow it.",
                      name)};
    case SQLITE_IOERR:
      return Error{fmt::format("The disk did not take the record `{}`: it may be full or failing ({}).", name,
                               exception.what())};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Error{
          fmt::format("`{}` is not a record of Steadfast, or it is damaged. Move it elsewhere to begin "
                      "a new one.",
                      name)};
    case SQLITE_CONSTRAINT:
      return Error{
          fmt::format("The record `{}` refused an entry that does not fit ({}).", name, exception.what())};
    default:
      return Error{fmt::format("The record `{}` could not be used: {}.", name, exception.what())};
  }
}

}  // namespace steadfast
