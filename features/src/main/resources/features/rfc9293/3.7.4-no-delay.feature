Feature: RFC 9293 section 3.7.4: without the Nagle algorithm
  A game, or a remote desktop, would rather send each keystroke at once than save a few packets. So its application may switch
  the Nagle algorithm off, for its own connection.

  Rule: An application can switch the Nagle algorithm off
    @RFC9293/MUST-17
    Scenario Outline: With the algorithm switched off, a few octets do not wait for others, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the endpoint's application asks for no delay
      And the endpoint's application sends a few octets, and nobody answers
      When the endpoint's application sends a few octets more, and nobody answers
      Then the endpoint sends everything before a timeout could tell it

      Examples:
        | opener   |
        | endpoint |
        | peer     |
