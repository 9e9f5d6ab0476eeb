Feature: RFC 9293 section 3.7.4: the Nagle algorithm
  An application may write octet by octet. One small segment may be under way; what comes meanwhile waits for its
  acknowledgment, or until there is enough for a full one.

  Rule: One small segment at a time
    @RFC9293/SHLD-7
    Scenario Outline: A few octets wait while others are under way, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application sends a few octets, and nobody answers
      When the endpoint's application sends a few octets more, and nobody answers
      Then the endpoint keeps back what makes no full segment
      And once the peer answers again, the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |
