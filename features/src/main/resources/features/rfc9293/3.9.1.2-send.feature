Feature: RFC 9293 section 3.9.1.2: SEND
  Data that is sent is meant to arrive, and not to wait in a buffer for more. The PSH bit says so to the receiver.

  Rule: Segments are as large as they may be
    @RFC9293/SHLD-27
    Scenario: What was sent in several pieces leaves as one when the window opens
      Given a connection that the peer has opened, starting at any sequence number
      And the peer takes its window back
      And the endpoint's application sends any data in several pieces
      When the peer opens its window
      Then the endpoint sends as few segments as it can

    @RFC9293/SHLD-28
    Scenario Outline: Much data leaves in large segments if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the endpoint's application sends a lot of any data
      Then the endpoint sends as few segments as it can

      Examples:
        | opener   |
        | endpoint |
        | peer     |

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
