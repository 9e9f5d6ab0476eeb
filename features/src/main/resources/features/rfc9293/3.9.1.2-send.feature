Feature: RFC 9293 section 3.9.1.2: SEND
  Data that is sent is meant to arrive, and not to wait in a buffer for more. The PSH bit says so to the receiver.

  Rule: The last octet is pushed
    @RFC9293/MUST-61
    Scenario Outline: With the last octet of <amount> goes a PSH if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the endpoint's application sends <amount>
      Then every packet on the wire with the last octet is pushed

      Examples:
        | opener   | amount                     |
        | endpoint | any data                   |
        | peer     | any data                   |
        | peer     | any data in several pieces |
