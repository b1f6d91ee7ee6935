// A value, or one sentence that says why there is none.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace steadfast {

struct Error {
  std::string message;  // a sentence for a person: what is, where, and what to do
};

template <class Value>
class [[nodiscard]] Result {
 public:
  Result(Value value) : content_(std::move(value)) {}
  Result(Error error) : content_(std::move(error)) {}

  bool has_value() const { return std::holds_alternative<Value>(content_); }
  explicit operator bool() const { return has_value(); }

  // Must hold: has_value().
  Value& value() & { return std::get<Value>(content_); }
  const Value& value() const& { return std::get<Value>(content_); }
  Value value() && { return std::get<Value>(std::move(content_)); }  // so that a loop over it is safe
  // Must hold: !has_value().
  const Error& error() const& { return std::get<Error>(content_); }
  Error error() && { return std::get<Error>(std::move(content_)); }

 private:
  std::variant<Value, Error> content_;
};

struct Done {};
using Outcome = Result<Done>;

}  // namespace steadfast
